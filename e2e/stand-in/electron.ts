// What the shipped main program finds as `electron` under test: recorders with Electron's own defaults.
export { app } from './app'
export { ipcMain } from './ipc'
export { Menu, MenuItem, Tray } from './menu'
export { Notification } from './notes'
export { protocol, session } from './page-session'
export {
  clipboard,
  dialog,
  globalShortcut,
  nativeImage,
  nativeTheme,
  powerMonitor,
  safeStorage,
  screen,
  shell,
  systemPreferences,
} from './system'
export { BrowserWindow, webContents } from './window'

import './page-events'
import './seen'
