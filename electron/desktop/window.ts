import { BrowserWindow } from 'electron'
import { pageAddress } from './page'
import { windowOptionsOf } from './window-options'

/** Opens a window on the page; windows are made nowhere else. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow(windowOptionsOf(preload))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress)
  return window
}

/** Brings the window that is there to the front. */
export function raiseWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
