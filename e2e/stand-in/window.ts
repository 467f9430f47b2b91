import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app, openWindows } from './app'
import { session } from './page-session'
import { preventable } from './preventable'
import { answersTest, test } from './test-end'

type Listener = (event: unknown, ...input: unknown[]) => unknown
type OpenHandler = (details: { readonly url: string }) => { readonly action: string }

/** Handlers by their channel; errors reach the caller as text only, since they cross to another process. */
class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Listener>()

  handle(channel: string, listener: Listener): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, listener)
  }
  handleOnce = (channel: string, listener: Listener) => this.handle(channel, listener)
  removeHandler = (channel: string) => void this.handlers.delete(channel)
}

export const ipcMain = new IpcMain()

class WebContents extends EventEmitter {
  readonly id: number
  readonly session = session.defaultSession
  mainFrame = { url: '', parent: null as null | object, origin: 'null' }
  isGone = false
  isBusy = false
  #decide: OpenHandler = () => ({ action: 'allow' })
  #again: () => Promise<void>

  constructor(id: number, again: () => Promise<void>) {
    super()
    this.id = id
    this.#again = again
  }
  send = (channel: string, ...input: unknown[]) =>
    void test.ask('hear', this.id, channel, structuredClone(input)).catch(() => undefined)
  setWindowOpenHandler = (decide: OpenHandler) => void (this.#decide = decide)
  openOutside = (url: string) => this.#decide({ url }).action
  getURL = () => this.mainFrame.url
  isDestroyed = () => !openWindows.has(BrowserWindow.fromId(this.id) ?? noWindow)
  isCrashed = () => this.isGone
  isLoading = () => this.isBusy
  reload = () => void this.#again()
  reloadIgnoringCache = () => void this.#again()
  focus = () => undefined
  openDevTools = () => undefined
  setZoomLevel = () => undefined
  setZoomFactor = () => undefined
  setVisualZoomLevelLimits = async () => undefined
  forcefullyCrashRenderer = () => void test.ask('crash', this.id)
  close = () => BrowserWindow.fromId(this.id)?.close()
}

const noWindow = { close: () => undefined, destroy: () => undefined, isDestroyed: () => true }

/** A window: its page is one of the test's own browser, its frame and place are remembered here. */
export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly options: BrowserWindowConstructorOptions
  #bounds: Rectangle
  #title: string
  #state: WindowState = usualState
  #address = ''

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    this.id = counted.next()
    this.#title = options.title ?? 'Electron'
    this.#bounds = { x: 0, y: 0, width: 800, height: 600, ...given(options) }
    if (options.show === false) this.#state = { ...usualState, isVisible: false }
    this.webContents = new WebContents(this.id, () => this.loadURL(this.#address))
    openWindows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  static getAllWindows = () => [...openWindows] as BrowserWindow[]
  static fromId = (id: number) => BrowserWindow.getAllWindows().find((each) => each.id === id) ?? null
  static fromWebContents = (contents: WebContents) => BrowserWindow.fromId(contents.id)
  static getFocusedWindow = () => BrowserWindow.getAllWindows().find((each) => each.isFocused()) ?? null

  async loadURL(address: string): Promise<void> {
    this.#address = address
    this.webContents.isGone = false
    this.webContents.mainFrame = { ...this.webContents.mainFrame, url: address }
    this.webContents.isBusy = true
    await test.ask('load', this.id, address, this.options.webPreferences?.preload, this.getBounds())
    this.webContents.isBusy = false
    this.webContents.emit('dom-ready', {})
    this.webContents.emit('did-finish-load', {})
    this.emit('ready-to-show', {})
  }

  isDestroyed = () => !openWindows.has(this)
  isVisible = () => this.#state.isVisible
  isFocused = () => this.#state.isFocused
  isMinimized = () => this.#state.isMinimized
  isMaximized = () => this.#state.isMaximized
  isFullScreen = () => this.#state.isFullScreen
  getBounds = () => ({ ...this.#bounds })
  getNormalBounds = () => ({ ...this.#bounds })
  getSize = () => [this.#bounds.width, this.#bounds.height]
  getPosition = () => [this.#bounds.x, this.#bounds.y]
  getTitle = () => this.#title
  setTitle = (title: string) => void (this.#title = title)
  setMenu = () => undefined
  setMenuBarVisibility = () => undefined
  setAutoHideMenuBar = () => undefined
  setIcon = () => undefined
  setOverlayIcon = () => undefined
  setSkipTaskbar = () => undefined
  setProgressBar = () => undefined
  flashFrame = () => undefined
  moveTop = () => this.focus()
  reload = () => this.webContents.reload()
  show = () => this.#become({ isVisible: true, isFocused: true }, 'show', 'focus')
  showInactive = () => this.#become({ isVisible: true }, 'show')
  hide = () => this.#become({ isVisible: false, isFocused: false }, 'hide', 'blur')
  focus = () => this.#become({ isFocused: this.#state.isVisible }, 'focus')
  blur = () => this.#become({ isFocused: false }, 'blur')
  minimize = () => this.#become({ isMinimized: true, isFocused: false }, 'minimize', 'blur')
  restore = () => this.#become({ isMinimized: false }, 'restore')
  maximize = () => this.#become({ isMaximized: true, isVisible: true }, 'maximize')
  unmaximize = () => this.#become({ isMaximized: false }, 'unmaximize')
  setFullScreen = (isFullScreen: boolean) => this.#become({ isFullScreen })
  setBounds = (bounds: Partial<Rectangle>) => {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.#become({}, 'resize', 'resized', 'move', 'moved')
  }

  /** The user's own close: somebody may prevent it. */
  close(): void {
    if (!this.isDestroyed() && !preventable(this, 'close')) this.destroy()
  }
  destroy(): void {
    if (!openWindows.delete(this)) return
    void test.ask('close', this.id).catch(() => undefined)
    this.webContents.emit('destroyed', {})
    this.emit('closed', {})
    app.noticeClosed()
  }

  #become(state: Partial<WindowState>, ...events: readonly string[]): void {
    this.#state = { ...this.#state, ...state }
    for (const event of events) this.emit(event, {})
  }
}

const usualState = {
  isVisible: true,
  isFocused: false,
  isMinimized: false,
  isMaximized: false,
  isFullScreen: false,
}
type WindowState = Readonly<typeof usualState>

const counted = { count: 0, next: () => (counted.count += 1) }
const given = ({ x, y, width, height }: BrowserWindowConstructorOptions) =>
  Object.fromEntries(Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined))

export const webContents = {
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromId: (id: number) => BrowserWindow.fromId(id)?.webContents,
}

const contentsOf = (id: number) => {
  const contents = webContents.fromId(id)
  if (contents === undefined) throw new Error('The window has gone.')
  return contents
}

/** A message of a page, with the frame it comes from. */
type Sent = { readonly id: number; readonly url: string; readonly isTop: boolean; readonly channel: string }

const eventOf = ({ id, url, isTop }: Sent) => ({
  sender: contentsOf(id),
  senderFrame: { url, parent: isTop ? null : {}, origin: new URL(url).origin },
})

answersTest({
  async invoke(sent: Sent, input: unknown[]) {
    const handler = ipcMain.handlers.get(sent.channel)
    if (handler === undefined) throw new Error(`No handler registered for '${sent.channel}'`)
    return handler(eventOf(sent), ...input)
  },
  sent: (sent: Sent, input: unknown[]) => void ipcMain.emit(sent.channel, eventOf(sent), ...input),
  closeWindow: (id: number) => BrowserWindow.fromId(id)?.close(),
  gone(id: number) {
    const contents = contentsOf(id)
    const details = { reason: 'crashed', exitCode: 11 }
    contents.isGone = true
    contents.emit('render-process-gone', {}, details)
    app.emit('render-process-gone', {}, contents, details)
  },
  window: (id: number, act: 'minimize' | 'hide' | 'focus' | 'blur' | 'unresponsive') => {
    const window = BrowserWindow.fromId(id)
    if (act === 'unresponsive') window?.emit('unresponsive', {})
    else window?.[act]()
  },
  place: (id: number, bounds: Partial<Rectangle>) => BrowserWindow.fromId(id)?.setBounds(bounds),
  moved: (id: number, url: string) => void (contentsOf(id).mainFrame = { ...contentsOf(id).mainFrame, url }),
  /** Whether the page may go there; electron's own default lets it. */
  mayNavigate: (id: number, url: string) => {
    const details = {
      url,
      isMainFrame: true,
      isSameDocument: false,
      preventDefault: () => (prevented.is = true),
    }
    const prevented = { is: false, preventDefault: details.preventDefault }
    contentsOf(id).emit('will-frame-navigate', details)
    contentsOf(id).emit('will-navigate', details, url)
    return !prevented.is
  },
  opensOutside: (id: number, url: string) => contentsOf(id).openOutside(url) !== 'deny',
})
