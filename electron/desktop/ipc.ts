import { BrowserWindow, ipcMain } from 'electron'
import { Refusal } from '../../shared/lib/refusal'
import type { Backend } from '../api/backend'
import type { Clock } from '../api/ports'
import { refused } from '../api/reply'
import { isTrusted } from './trust'

/** Answers the page's questions by the backend and hands its pushes to every window; anybody else is refused. */
export function connectWindows(backend: Backend, clock: Clock): void {
  ipcMain.handle('ask', (event, name: unknown, input: unknown) => {
    const isOwnWindow = BrowserWindow.fromWebContents(event.sender) !== null
    if (isTrusted(event.senderFrame, isOwnWindow)) return backend.answer(String(name), input)
    return refused(new Refusal('not-allowed', 'E_SENDER'), clock.now(), 'en')
  })
  backend.onPush((push) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('push', push)
  })
}
