import { app, dialog, type BrowserWindow } from 'electron'
import { say } from '../../shared/words/say'
import type { Clock } from '../api/ports'
import { addressAgain, reload, type Reloads } from './reloads'

/** A page that has not answered for this long after the system noticed is ended and loaded again. */
const patience = 15_000

type Life = { readonly clock: Clock; readonly note: (what: string) => void }

/**
 * IP-10: a page that has stopped is loaded again at its place, so often within a minute; then the user is asked. One
 * that hangs is ended first. What was typed comes back from the draft; nothing else of Kept notices.
 */
export function keepAlive(window: BrowserWindow, { clock, note }: Life): void {
  const state: { reloads: Reloads; timer?: ReturnType<typeof setTimeout> } = { reloads: [] }
  const again = () => {
    if (!window.isDestroyed()) load(window, addressAgain(window.webContents.getURL()), note)
  }
  window.webContents.on('render-process-gone', (_, { reason }) => {
    note(`the page of a window has stopped: ${reason}`)
    if (reason === 'clean-exit') return
    const { may, reloads } = reload(state.reloads, clock.now())
    state.reloads = reloads
    if (may) return again()
    void askToGoOn(window, again)
  })
  window.on('unresponsive', () => {
    note('the page of a window does not answer')
    clearTimeout(state.timer)
    state.timer = setTimeout(() => end(window), patience)
  })
  window.on('responsive', () => clearTimeout(state.timer))
  window.on('closed', () => clearTimeout(state.timer))
}

/** Its end is told as that of any other page that has stopped. */
function end(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
}

/** Loads the page at an address. A load that another one overtakes ends as a failure, which is none. */
export function load(window: BrowserWindow, address: string, note: Life['note']): void {
  void window.loadURL(address).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    if (code !== 'ERR_ABORTED') note(`a page was not loaded: ${code}`)
  })
}

async function askToGoOn(window: BrowserWindow, again: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: say('crash.title'),
    detail: say('crash.text'),
    buttons: [say('crash.again'), say('menu.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response === 1) return app.quit()
  if (!window.isDestroyed()) again()
}
