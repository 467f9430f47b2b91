import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/** What a page of ours may do: nothing but show itself and ask through the bridge (IP-4). */
export const webPreferencesOf = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
})

/** A window at its usual size; it is shown once the page has painted, so nobody sees it white. */
export const windowOptionsOf = (preload: string): BrowserWindowConstructorOptions => ({
  width: 1280,
  height: 860,
  minWidth: 720,
  minHeight: 560,
  show: false,
  title: 'Kept',
  autoHideMenuBar: true,
  webPreferences: webPreferencesOf(preload),
})
