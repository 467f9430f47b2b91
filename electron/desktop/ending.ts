import { app, BrowserWindow } from 'electron'

/** What decides whether Kept goes on without a window. */
export type EndingParts = {
  readonly staysInTray: () => Promise<boolean>
  /** Lets go of the store. Called once. */
  readonly close: () => Promise<void>
  readonly note: (what: string) => void
}

/** An end waits so long, in ms; a store that was not let go of by then is found whole at the next start all the same. */
const patience = 10_000

/** Without a window Kept stays in the tray or, on macOS, in the dock; otherwise it ends. It closes its store first. */
export function endInOrder({ staysInTray, close, note }: EndingParts): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') void staysInTray().then((stays) => stays || quitUnlessOpened())
  })
  const state: { closing: Promise<void> | null } = { closing: null }
  app.on('will-quit', (event) => {
    event.preventDefault()
    state.closing ??= closed(close, note).then((exitCode) => app.exit(exitCode))
  })
}

/** The code to end with: 0 once the store is closed, 1 where it would not close. */
async function closed(close: () => Promise<void>, note: EndingParts['note']): Promise<0 | 1> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, patience))
  try {
    await Promise.race([close(), late])
    return 0
  } catch {
    note('the store was not closed in order')
    return 1
  }
}

/** Somebody may have opened a window while the desktop was asked for its tray. */
function quitUnlessOpened(): void {
  if (BrowserWindow.getAllWindows().length === 0) app.quit()
}
