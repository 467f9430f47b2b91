import { app, BrowserWindow } from 'electron'

/** What decides whether Kept goes on without a window. */
export type EndingParts = {
  readonly staysInTray: () => Promise<boolean>
  /** Lets go of the store; a second call waits for the first. */
  readonly close: () => Promise<void>
}

/** Without a window Kept stays in the tray or, on macOS, in the dock; otherwise it ends. It closes its store first. */
export function endInOrder({ staysInTray, close }: EndingParts): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') void staysInTray().then((stays) => stays || quitUnlessOpened())
  })
  const state: { closing: Promise<void> | null } = { closing: null }
  app.on('will-quit', (event) => {
    event.preventDefault()
    state.closing ??= close().finally(() => app.exit(0))
  })
}

/** Somebody may have opened a window while the desktop was asked for its tray. */
function quitUnlessOpened(): void {
  if (BrowserWindow.getAllWindows().length === 0) app.quit()
}
