/** What the page's side of the bridge needs of the test; it is taken out of the page again at once. */
export const bindingName = 'keptStandIn'
/** Where the test finds the page's listeners. */
export const hearName = 'keptStandInHears'

/** What happens in the page that the main program is asked about. */
export type PageAsks = {
  readonly ask: 'invoke' | 'send' | 'navigate' | 'open'
  readonly name: string
  readonly input: unknown[]
}

type Listener = (event: object, ...input: unknown[]) => void
type Preload = (require: (name: string) => object, module: { exports: object }, exports: object) => void

/**
 * The script that runs in every page before its own: the shipped preload with an `electron` of two parts. It is one
 * text, since the page's policy lets nobody make code of words.
 */
export const pageScript = (preload: string): string =>
  `(${layBridge.toString()})(${JSON.stringify({ bindingName, hearName })}, (require, module, exports) => {${preload}\n})`

function layBridge(names: { bindingName: string; hearName: string }, preload: Preload): void {
  const page = window as unknown as Record<string, (asked: object) => Promise<unknown>>
  const binding = page[names.bindingName]
  delete page[names.bindingName]
  // Electron runs a preload script in the top frame only.
  if (binding === undefined || window.top !== window) return
  const listeners = new Map<string, Set<Listener>>()
  const of = (channel: string) => listeners.get(channel) ?? new Set()
  const ipcRenderer = {
    invoke: (name: string, ...input: unknown[]) =>
      binding({ ask: 'invoke', name, input: structuredClone(input) }),
    send: (name: string, ...input: unknown[]) =>
      void binding({ ask: 'send', name, input: structuredClone(input) }),
    on: (channel: string, listener: Listener) => void listeners.set(channel, of(channel).add(listener)),
    off: (channel: string, listener: Listener) => void of(channel).delete(listener),
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) => Object.defineProperty(window, name, { value }),
  }
  Object.defineProperty(window, names.hearName, {
    value: (channel: string, input: unknown[]) => of(channel).forEach((listener) => listener({}, ...input)),
  })
  // A link outside the page is the main program's matter, as is whatever opens a window.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return
    const isOutside = link.protocol !== 'blob:' && link.origin !== window.location.origin
    if (!isOutside && link.target === '') return
    event.preventDefault()
    void binding({ ask: link.target === '' ? 'navigate' : 'open', name: link.href, input: [] })
  })
  window.open = (address) => {
    void binding({ ask: 'open', name: String(address), input: [] })
    return null
  }
  const module = { exports: {} }
  preload(() => ({ contextBridge, ipcRenderer }), module, module.exports)
}
