import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import { say } from '../../shared/words/say'
import { smallest, type Placed } from './window-place'

/** What windows are made with: the bridge, and whether this is a program that was given to users. */
export type WindowMake = { readonly preload: string; readonly isPackaged: boolean }

/** What a page of ours may do: nothing but show itself and ask through the bridge (IP-4). */
export const webPreferencesOf = ({ preload, isPackaged }: WindowMake): WebPreferences => ({
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
  devTools: !isPackaged,
})

/** A window at its place; it is shown once the page has painted, so nobody sees it white. */
export const windowOptionsOf = (make: WindowMake, placed: Placed): BrowserWindowConstructorOptions => {
  const { isMaximized: _, ...bounds } = placed
  return {
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: say('app.name'),
    autoHideMenuBar: true,
    webPreferences: webPreferencesOf(make),
  }
}
