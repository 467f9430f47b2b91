import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fileNameFor, mayDownload } from './download'
import { isPermitted, permitted } from './permissions'
import { setUpSession } from './session'
import { system } from './testing'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

const page = 'app://kept/'

/** Every permission this version of Electron can be asked for. An upgrade that knows more fails here and is looked at. */
const known = [
  ...['ar', 'automatic-fullscreen', 'background-fetch', 'background-sync', 'captured-surface-control'],
  ...['clipboard-read', 'clipboard-sanitized-write', 'deprecated-sync-clipboard-read', 'display-capture'],
  ...['fileSystem', 'fullscreen', 'geolocation', 'geolocation-approximate', 'hand-tracking', 'hid'],
  ...['idle-detection', 'keyboardLock', 'local-fonts', 'local-network', 'local-network-access'],
  ...['loopback-network', 'media', 'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications'],
  ...['openExternal', 'payment-handler', 'periodic-background-sync', 'persistent-storage', 'pointerLock'],
  ...['screen-wake-lock', 'sensors', 'serial', 'smart-card', 'speaker-selection', 'storage-access'],
  ...['system-wake-lock', 'top-level-storage-access', 'usb', 'vr', 'web-app-installation', 'web-printing'],
  ...['window-management', 'unknown'],
]

type Decide = (contents: null, name: string, decide: (is: boolean) => void, details: object) => void
type Check = (contents: null, name: string, origin: string, details: object) => boolean

const requested = (name: string, requestingUrl: string, isMainFrame = true) => {
  const decided: boolean[] = []
  const decide = system.session.get('request') as unknown as Decide
  decide(null, name, (is) => void decided.push(is), { requestingUrl, isMainFrame })
  return decided
}
const checked = (name: string, origin: string, isMainFrame = true) =>
  (system.session.get('check') as unknown as Check)(null, name, origin, { isMainFrame })

beforeEach(() => {
  system.sessionEvents.removeAllListeners()
  setUpSession(new Map())
})

describe('what a page may do with the system', () => {
  it('is looked at for every permission there is', () => {
    const types = readFileSync('node_modules/electron/electron.d.ts', 'utf8')
    const names = ['setPermissionRequestHandler', 'setPermissionCheckHandler'].map((handler) => {
      const line = new RegExp(`^ +${handler}\\(.*?permission: ((?:'[\\w-]+'(?: \\| )?)+)`, 'm').exec(
        types,
      )?.[1]
      return line?.split(' | ').map((name) => name.replaceAll("'", ''))
    })
    expect(names).toEqual([known, known])
  })

  it('is nothing but to put text on the clipboard, and that for the page itself only', () => {
    expect(permitted).toEqual(['clipboard-sanitized-write'])
    for (const name of [...known, 'something-new', '', '__proto__']) {
      const isListed = name === 'clipboard-sanitized-write'
      expect([name, requested(name, page), checked(name, page)]).toEqual([name, [isListed], isListed])
      for (const address of ['app://kept.evil/', 'https://kept/', 'about:blank', '', 'null'])
        expect([requested(name, address), checked(name, address)]).toEqual([[false], false])
      expect([requested(name, page, false), checked(name, page, false)]).toEqual([[false], false])
    }
  })

  it('has no devices, no screens, no pairing and no spelling from elsewhere', () => {
    const answered: unknown[] = []
    const ask = (name: string, ...input: unknown[]) =>
      (system.session.get(name) as unknown as (...all: unknown[]) => unknown)(...input)

    expect(ask('device', { deviceType: 'usb', origin: page })).toBe(false)
    ask('display', {}, (streams: unknown) => void answered.push(streams))
    ask('bluetooth', {}, (answer: unknown) => void answered.push(answer))
    expect(answered).toEqual([null, { confirmed: false }])
    expect(ask('usb', { protectedClasses: ['hid'] })).toEqual(['hid'])
    expect(ask('spell')).toBe(false)
  })

  it('is asked of nobody who could say yes in its place', () => {
    expect(isPermitted('clipboard-sanitized-write', page, true)).toBe(true)
    expect(isPermitted('media', page, true)).toBe(false)
  })
})

describe('a download', () => {
  const download = (address: string, from: string, name: string) => {
    const event = { isPrevented: false, preventDefault: () => void (event.isPrevented = true) }
    const item = {
      asked: null as null | { defaultPath?: string },
      getURL: () => address,
      getFilename: () => name,
      setSaveDialogOptions: (options: object) => void (item.asked = options),
    }
    system.sessionEvents.emit('will-download', event, item, { getURL: () => from })
    return event.isPrevented ? null : item.asked?.defaultPath
  }

  it('is what the page itself has made, saved where the user says', () => {
    expect(download('blob:app://kept/5f3c', `${page}#/today`, 'The tasting.eml')).toBe(
      '/downloads/The tasting.eml',
    )
  })

  it.each([
    ['https://evil.example/x.exe', page],
    ['app://kept/assets/index.js', page],
    ['data:text/plain,x', page],
    ['file:///etc/passwd', page],
    ['blob:https://evil.example/5f3c', page],
    ['blob:app://kept.evil/5f3c', page],
    ['blob:app://kept/5f3c', 'https://evil.example/'],
    ['blob:app://kept/5f3c', ''],
    ['blob:', page],
  ])('is nothing else: %s on %s', (address, from) => {
    expect(mayDownload(address, from)).toBe(false)
    expect(download(address, from, 'x.eml')).toBeNull()
  })

  it.each([
    ['The tasting.eml', 'The tasting.eml'],
    ['../../.bashrc', 'bashrc'],
    ['..\\..\\autorun.inf', 'autorun.inf'],
    ['/etc/cron.d/x', 'etc cron.d x'],
    ['letter\u202Egpj.eml', 'letter gpj.eml'],
    ['con.eml', 'Letter.eml'],
    ['.eml', 'eml'],
    ['', 'Letter'],
    ['a\0b.eml', 'a b.eml'],
    [`${'x'.repeat(400)}.eml`, `${'x'.repeat(120)}.eml`],
  ])('is named so that it can stand anywhere: %j', (name, safe) => expect(fileNameFor(name)).toBe(safe))
})
