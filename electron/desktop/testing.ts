import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, MessageBoxOptions } from 'electron'

/*
 * What Electron's module is played by where a file of this folder is tested alone: recorders, and events that a test
 * emits. `vi.mock('electron', async () => (await import('./testing')).fakeElectron)`.
 */

type Answer = (...input: never[]) => unknown
const nothing = () => undefined

class FakeContents extends EventEmitter {
  address = ''
  isGone = false
  readonly heard: unknown[][] = []
  decideOpen: (details: { readonly url: string }) => { readonly action: string } = () => ({ action: 'allow' })
  isStillLoading = false
  crashes = 0
  send = (...input: unknown[]) => void this.heard.push(input)
  getURL = () => this.address
  isLoading = () => this.isStillLoading
  isDestroyed = () => this.isGone
  setWindowOpenHandler = (decide: FakeContents['decideOpen']) => void (this.decideOpen = decide)
  forcefullyCrashRenderer = () => void (this.crashes += 1)
}

/** A window that remembers what it was told. */
export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = []
  static getAllWindows = () => [...FakeWindow.all]
  static getFocusedWindow = () => FakeWindow.all.find(({ state }) => state.isFocused) ?? null
  static fromWebContents = (contents: unknown) =>
    FakeWindow.all.find(({ webContents }) => webContents === contents) ?? null

  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  readonly state = { isShown: false, isFocused: false, isMinimized: false, isMaximized: false }
  bounds = { x: 1, y: 2, width: 900, height: 700 }

  constructor(readonly options: BrowserWindowConstructorOptions) {
    super()
    FakeWindow.all.push(this)
  }
  async loadURL(address: string) {
    this.loaded.push(address)
    if (system.failsToLoad !== null) throw Object.assign(new Error(), { code: system.failsToLoad })
    this.webContents.address = address
  }
  show = () => void (this.state.isShown = true)
  focus = () => void (this.state.isFocused = true)
  restore = () => void (this.state.isMinimized = false)
  maximize = () => void (this.state.isMaximized = true)
  isVisible = () => this.state.isShown
  isMinimized = () => this.state.isMinimized
  isMaximized = () => this.state.isMaximized
  isFullScreen = () => false
  isDestroyed = () => !FakeWindow.all.includes(this)
  getNormalBounds = () => this.bounds
  close() {
    this.emit('close')
    FakeWindow.all = FakeWindow.all.filter((other) => other !== this)
    this.emit('closed')
  }
}

/** A note of the system; `behaves` says how the system takes it. */
export class FakeNotification extends EventEmitter {
  static all: FakeNotification[] = []
  static isThere = true
  static behaves: 'shows' | 'fails' | 'is silent' | 'throws' = 'shows'
  static isSupported = () => FakeNotification.isThere
  constructor(
    readonly options: { readonly title: string; readonly body: string; readonly actions: object[] },
  ) {
    super()
    FakeNotification.all.push(this)
  }
  isClosed = false
  close = () => void (this.isClosed = true)
  show() {
    if (FakeNotification.behaves === 'throws') throw new Error('No D-Bus session')
    if (FakeNotification.behaves === 'fails') this.emit('failed', {}, 'No service')
    if (FakeNotification.behaves === 'shows') this.emit('show', {})
  }
}

class FakeTray extends EventEmitter {
  static all: FakeTray[] = []
  static isThere = true
  toolTip = ''
  title = ''
  image: unknown = null
  menu: { readonly template: readonly MenuItemConstructorOptions[] } | null = null
  constructor(image: unknown) {
    super()
    if (!FakeTray.isThere) throw new Error('No tray')
    this.image = image
    FakeTray.all.push(this)
  }
  setImage = (image: unknown) => void (this.image = image)
  setToolTip = (text: string) => void (this.toolTip = text)
  setTitle = (text: string) => void (this.title = text)
  setContextMenu = (menu: FakeTray['menu']) => void (this.menu = menu)
  isDestroyed = () => false
}

/** What was done with the system, and how it answers. */
export const system = {
  handlers: new Map<string, Answer>(),
  session: new Map<string, Answer>(),
  sessionEvents: new EventEmitter(),
  opened: [] as string[],
  opens: true,
  said: [] as MessageBoxOptions[],
  button: 0,
  copied: '',
  badge: 0,
  quits: 0,
  exitCodes: [] as number[],
  login: { openAtLogin: false } as Record<string, unknown>,
  takesLogin: true,
  isSwitchedOff: false,
  shortcuts: new Map<string, () => void>(),
  taken: false as boolean | 'throws',
  menu: null as unknown,
  introduced: [] as string[],
  failsToLoad: null as string | null,
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
}

const recorder = (name: string) => (answer: Answer) => void system.session.set(name, answer)

const defaultSession = Object.assign(system.sessionEvents, {
  setPermissionRequestHandler: recorder('request'),
  setPermissionCheckHandler: recorder('check'),
  setDevicePermissionHandler: recorder('device'),
  setDisplayMediaRequestHandler: recorder('display'),
  setBluetoothPairingHandler: recorder('bluetooth'),
  setUSBProtectedClassesHandler: recorder('usb'),
  setSpellCheckerEnabled: (isOn: boolean) => void system.session.set('spell', () => isOn),
})

const app = Object.assign(new EventEmitter(), {
  quit: () => void (system.quits += 1),
  exit: (code = 0) => void system.exitCodes.push(code),
  getPath: (name: string) => `/${name}`,
  setAppUserModelId: (id: string) => void system.introduced.push(id),
  setAsDefaultProtocolClient: (scheme: string) => void system.introduced.push(`${scheme}:`),
  setBadgeCount: (count: number) => void (system.badge = count),
  getLoginItemSettings: () => ({
    ...system.login,
    executableWillLaunchAtLogin: system.login['openAtLogin'] === true && !system.isSwitchedOff,
  }),
  setLoginItemSettings: (settings: Record<string, unknown>) => {
    if (system.takesLogin) system.login = settings
  },
})

export const fakeElectron = {
  app,
  BrowserWindow: FakeWindow,
  Notification: FakeNotification,
  Tray: FakeTray,
  Menu: {
    buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => ({ template }),
    setApplicationMenu: (menu: unknown) => void (system.menu = menu),
  },
  nativeImage: { createFromPath: (path: string) => path },
  clipboard: { writeText: async (text: string) => void (system.copied = text) },
  dialog: {
    async showMessageBox(options: MessageBoxOptions) {
      system.said.push(options)
      return { response: system.button, checkboxChecked: false }
    },
  },
  globalShortcut: {
    register(keys: string, press: () => void) {
      if (system.taken === 'throws') throw new Error('No global shortcuts here')
      if (system.taken) return false
      system.shortcuts.set(keys, press)
      return true
    },
    isRegistered: (keys: string) => system.shortcuts.has(keys),
    unregister: (keys: string) => void system.shortcuts.delete(keys),
  },
  ipcMain: { handle: (channel: string, answer: Answer) => void system.handlers.set(channel, answer) },
  powerMonitor: new EventEmitter(),
  protocol: { registerSchemesAsPrivileged: nothing, handle: recorder('serve') },
  screen: { getPrimaryDisplay: () => system.displays[0], getAllDisplays: () => system.displays },
  session: { defaultSession },
  shell: {
    async openExternal(address: string) {
      if (!system.opens) throw new Error('No application')
      system.opened.push(address)
    },
  },
}
