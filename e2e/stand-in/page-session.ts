import { EventEmitter } from 'node:events'
import { answersTest } from './test-end'

type Serve = (request: Request) => Response | Promise<Response>
type Details = { readonly requestingUrl: string; readonly isMainFrame: boolean }
type Check = (contents: null, permission: string, origin: string, details: Details) => boolean
type Decide = (
  contents: null,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: Details,
) => void

const page = 'app://kept/'
const details: Details = { requestingUrl: page, isMainFrame: true }
const schemes = new Map<string, Serve>()

export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme: string, serve: Serve) => void schemes.set(scheme, serve),
  unhandle: (scheme: string) => void schemes.delete(scheme),
  isProtocolHandled: (scheme: string) => schemes.has(scheme),
}

class Session extends EventEmitter {
  readonly protocol = protocol
  #check: Check = () => true
  #request: Decide = (_, __, answer) => answer(true)

  setPermissionCheckHandler = (check: Check) => void (this.#check = check)
  setPermissionRequestHandler = (request: Decide) => void (this.#request = request)
  setDevicePermissionHandler = () => undefined
  setBluetoothPairingHandler = () => undefined
  setUSBProtectedClassesHandler = () => undefined
  setDisplayMediaRequestHandler = () => undefined
  setCertificateVerifyProc = () => undefined
  setSpellCheckerEnabled = () => undefined
  setSpellCheckerLanguages = () => undefined
  setProxy = async () => undefined
  closeAllConnections = async () => undefined
  flushStorageData = () => undefined

  /** Both are asked, as Chromium does: whether the page may at all, and whether it may now. */
  allows = (permission: string) =>
    this.#check(null, permission, page, details) &&
    new Promise<boolean>((resolve) => this.#request(null, permission, resolve, details))
}

const defaultSession = new Session()
export const session = { defaultSession, fromPartition: () => defaultSession }

answersTest({
  async serve({ url, method, headers }: { url: string; method: string; headers: Record<string, string> }) {
    const serve = schemes.get(new URL(url).protocol.replace(':', ''))
    if (serve === undefined) throw new Error(`Nobody serves ${url}`)
    const response = await serve(new Request(url, { method, headers }))
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  },
  allows: (permission: string) => defaultSession.allows(permission),
  /** Whether a download begins, and what the dialog proposes to save it as. */
  downloads(url: string, name: string) {
    const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) }
    const item = {
      dialog: {} as { defaultPath?: string },
      getURL: () => url,
      getFilename: () => name,
      setSaveDialogOptions: (options: object) => void (item.dialog = options),
      setSavePath: (defaultPath: string) => void (item.dialog = { defaultPath }),
      on: () => item,
      once: () => item,
    }
    defaultSession.emit('will-download', event, item, { getURL: () => page })
    return event.isPrevented ? null : (item.dialog.defaultPath ?? name)
  },
})
