import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { preventable } from './preventable'
import { answersTest, surroundings, test } from './test-end'

/** What can be closed before the app ends; false where it does not wish to. */
type Closable = { close(): void; destroy(): void; isDestroyed(): boolean }

/** The windows there are; the app closes them before it ends. */
export const openWindows = new Set<Closable>()

const usualPaths: Record<string, string> = {
  home: homedir(),
  temp: tmpdir(),
  exe: process.execPath,
  appData: process.env['XDG_CONFIG_HOME'] ?? join(tmpdir(), 'kept-stand-in'),
}

class App extends EventEmitter {
  isPackaged = false
  name = 'kept'
  dock = undefined
  commandLine = { appendSwitch: () => undefined, hasSwitch: () => false, getSwitchValue: () => '' }
  #paths: Record<string, string> = usualPaths
  #login: Record<string, unknown> = { openAtLogin: false, openAsHidden: false }
  #badge = 0
  #isReady = false
  #isQuitting = false
  #isEnding = false
  #schemes = new Set<string>()
  #ready = new Promise<void>((resolve) =>
    setImmediate(() => {
      this.#isReady = true
      this.emit('ready', {}, {})
      resolve()
    }),
  )

  whenReady = () => this.#ready
  isReady = () => this.#isReady
  getVersion = () => '0.0.0'
  getName = () => this.name
  setName = (name: string) => void (this.name = name)
  getLocale = () => 'en-GB'
  getPreferredSystemLanguages = () => ['en-GB']
  getAppPath = () => process.cwd()
  getPath = (name: string) => this.#paths[name] ?? join(tmpdir(), 'kept-stand-in', name)
  setPath = (name: string, path: string) => void (this.#paths = { ...this.#paths, [name]: path })
  enableSandbox = () => undefined
  disableHardwareAcceleration = () => undefined
  setAppUserModelId = () => undefined
  setDesktopName = () => undefined
  setAboutPanelOptions = () => undefined
  setAccessibilitySupportEnabled = () => undefined
  focus = () => undefined
  hide = () => undefined
  show = () => undefined
  setAsDefaultProtocolClient = (scheme: string) => {
    this.#schemes.add(scheme)
    return true
  }
  removeAsDefaultProtocolClient = (scheme: string) => this.#schemes.delete(scheme)
  isDefaultProtocolClient = (scheme: string) => this.#schemes.has(scheme)
  getLoginItemSettings = () => ({ ...this.#login })
  setLoginItemSettings = (settings: object) => void (this.#login = { ...this.#login, ...settings })
  getBadgeCount = () => this.#badge
  setBadgeCount = (count = 0) => {
    this.#badge = count
    return true
  }

  /** The second start tells the first one what it was started with, as the system does. */
  requestSingleInstanceLock = (data: object = {}) => {
    if (surroundings.isSecond) void test.ask('second', process.argv, process.cwd(), data)
    return !surroundings.isSecond
  }
  hasSingleInstanceLock = () => !surroundings.isSecond
  releaseSingleInstanceLock = () => undefined

  /** Asks everybody, closes every window, asks once more; whoever prevents it keeps the app. */
  quit = () => {
    if (this.#isEnding || preventable(this, 'before-quit')) return
    this.#isQuitting = true
    for (const window of openWindows) window.close()
    if (openWindows.size === 0 && !preventable(this, 'will-quit')) this.exit(0)
    this.#isQuitting = false
  }
  /** Ends at once, windows and all; what was said before still leaves. */
  exit = (code = 0) => {
    if (this.#isEnding) return
    this.#isEnding = true
    for (const window of openWindows) window.destroy()
    this.emit('quit', {}, code)
    void test.flushed().then(() => process.exit(code))
  }
  relaunch = () => void test.ask('relaunched')

  /** Without windows an app ends, unless somebody listens. */
  noticeClosed = () => {
    if (openWindows.size > 0 || this.#isQuitting || this.#isEnding) return
    if (!this.emit('window-all-closed')) this.quit()
  }
  seen = () => ({ badge: this.#badge, login: this.#login, schemes: [...this.#schemes] })
}

export const app = new App()

answersTest({
  quit: () => app.quit(),
  startedAgain: (argv: string[], folder: string, data: object) =>
    void app.emit('second-instance', {}, argv, folder, data),
  openUrl: (url: string) => void preventable(app, 'open-url', url),
  activate: (hasWindows: boolean) => void app.emit('activate', {}, hasWindows),
})
