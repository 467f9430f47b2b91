import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app, openWindows } from './app'
import { preventable } from './preventable'
import { test } from './test-end'
import { WebContents } from './web-contents'

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
    this.webContents = new WebContents(this.id, this)
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

  loadAgain = () => this.loadURL(this.#address)
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
