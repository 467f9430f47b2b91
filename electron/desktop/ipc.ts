import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Reply } from '../../shared/api/contract'
import type { Push } from '../../shared/api/pushes'
import { Refusal } from '../../shared/lib/refusal'
import { minute } from '../../shared/lib/time'
import type { Backend } from '../api/backend'
import type { Clock } from '../api/ports'
import { refused } from '../api/reply'
import { isSmall } from './payload'
import { isTrusted, originOf } from './trust'

/** What a page's questions are answered with; `note` writes a line into the log. */
export type Connection = {
  readonly backend: Backend
  readonly clock: Clock
  readonly note: (what: string) => void
}

/** Answers the page's questions by the backend and hands its pushes to every window; anybody else is refused. */
export function connectWindows(connection: Connection): void {
  const seldom = { ...connection, note: onceAMinute(connection) }
  ipcMain.handle('ask', (event, name: unknown, input: unknown) => answer(seldom, event, name, input))
  connection.backend.onPush(tellWindows)
}

/** A page that asks in a loop does not fill the log. */
function onceAMinute({ clock, note }: Connection): Connection['note'] {
  const state = { notedAt: -Infinity }
  return (what) => {
    if (Math.abs(clock.now() - state.notedAt) < minute) return
    state.notedAt = clock.now()
    note(what)
  }
}

function answer(
  { backend, clock, note }: Connection,
  { sender, senderFrame }: IpcMainInvokeEvent,
  name: unknown,
  input: unknown,
): Promise<Reply> | Reply {
  if (!isTrusted(senderFrame, BrowserWindow.fromWebContents(sender) !== null)) {
    note(`E_SENDER: asked from ${originOf(senderFrame)}`)
    return refused(new Refusal('not-allowed', 'E_SENDER'), clock.now(), 'en')
  }
  const request = typeof name === 'string' ? name : ''
  if (isSmall(input)) return backend.answer(request, input)
  const values = { request: request.slice(0, 100), field: 'input', expected: 'invalid.too-large' }
  return refused(new Refusal('invalid', 'E_PAYLOAD', values), clock.now(), 'en')
}

function tellWindows(push: Push): void {
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send('push', push)
}
