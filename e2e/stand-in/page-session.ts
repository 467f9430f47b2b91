import { EventEmitter } from 'node:events'
import { answersTest } from './test-end'

type Serve = (request: Request) => Response | Promise<Response>
type Check = (contents: null, permission: string, origin: string) => boolean
type Decide = (contents: null, permission: string, answer: (isGranted: boolean) => void) => void

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

  /** Both are asked, as Chromium does: whether a page may, and whether it may where it asks. */
  allows = (permission: string) =>
    this.#check(null, permission, 'app://kept') &&
    new Promise<boolean>((resolve) => this.#request(null, permission, resolve))
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
  /** Whether a download would begin. */
  downloads() {
    const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) }
    defaultSession.emit('will-download', event, {}, null)
    return !event.isPrevented
  },
})
