import { EventEmitter } from 'node:events'
import { session } from './page-session'
import { test } from './test-end'

type OpenHandler = (details: { readonly url: string }) => { readonly action: string }

/** What a page can do to the window it is shown in. */
type PageWindow = { loadAgain(): Promise<void>; isDestroyed(): boolean; close(): void }

/** What a page is to the main program; `window` is the one it is shown in. */
export class WebContents extends EventEmitter {
  readonly id: number
  readonly session = session.defaultSession
  mainFrame = { url: '', parent: null as null | object, origin: 'null' }
  isGone = false
  isBusy = false
  #decide: OpenHandler = () => ({ action: 'allow' })
  #window: PageWindow

  constructor(id: number, window: PageWindow) {
    super()
    this.id = id
    this.#window = window
  }
  send = (channel: string, ...input: unknown[]) =>
    void test.ask('hear', this.id, channel, structuredClone(input)).catch(() => undefined)
  setWindowOpenHandler = (decide: OpenHandler) => void (this.#decide = decide)
  openOutside = (url: string) => this.#decide({ url }).action
  getURL = () => this.mainFrame.url
  isDestroyed = () => this.#window.isDestroyed()
  isCrashed = () => this.isGone
  isLoading = () => this.isBusy
  reload = () => void this.#window.loadAgain()
  reloadIgnoringCache = () => void this.#window.loadAgain()
  focus = () => undefined
  openDevTools = () => undefined
  setZoomLevel = () => undefined
  setZoomFactor = () => undefined
  setVisualZoomLevelLimits = async () => undefined
  forcefullyCrashRenderer = () => void test.ask('crash', this.id)
  close = () => this.#window.close()
}
