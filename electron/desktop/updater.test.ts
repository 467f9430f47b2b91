import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UpdateFeed, type FoundUpdate } from '../../shared/domain/update'
import { Refusal } from '../../shared/lib/refusal'
import { day, hour, type Instant } from '../../shared/lib/time'
import { at } from '../../shared/testing'
import { startUpdates, type Installer, type Updates } from './updater'
import { entryOf, isLookDue } from './updater-rule'
import { announcementFile, demandSigned } from './updater-signature'

const owner = generateKeyPairSync('ed25519')
const publicKeyOf = (pair: typeof owner) =>
  pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const key = publicKeyOf(owner)
const feed: UpdateFeed = { address: 'https://kept.example/updates', key }

const hash = `${'k'.repeat(86)}==`
const text = Buffer.from(
  `version: 0.2.0\nfiles:\n  - url: kept-0.2.0-x64.AppImage\n    sha512: ${hash}\n    size: 9\npath: kept\nsha512: ${hash}\n`,
)
const signature = sign(null, text, owner.privateKey)
const found: FoundUpdate = { version: '0.2.0', hashes: [hash] }

describe('what announces a newer Kept', () => {
  const refused = expect.objectContaining({ code: 'E_UPDATE_INVALID' })
  const demand =
    (what: Partial<{ found: FoundUpdate; text: Uint8Array; signature: Uint8Array; key: string }>) => () =>
      demandSigned(
        what.found ?? found,
        { text: what.text ?? text, signature: what.signature ?? signature },
        what.key ?? key,
      )

  it('is taken with the signature of the key alone', () => {
    expect(demand({})).not.toThrow()
    expect(demand({ key: publicKeyOf(generateKeyPairSync('ed25519')) })).toThrow(refused)
    expect(demand({ signature: new Uint8Array() })).toThrow(refused)
    expect(demand({ signature: sign(null, text, generateKeyPairSync('ed25519').privateKey) })).toThrow(
      refused,
    )
  })

  it('is refused when one byte of it or of its signature is another', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 255 }), (isText, place, change) => {
        const bytes = Buffer.from(isText ? text : signature)
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ change
        expect(demand(isText ? { text: bytes } : { signature: bytes })).toThrow(refused)
      }),
      { numRuns: 300 },
    )
  })

  it('is refused when it speaks of another version or another file', () => {
    expect(demand({ found: { ...found, version: '0.2.1' } })).toThrow(refused)
    expect(demand({ found: { ...found, version: '0.2' } })).toThrow(refused)
    expect(demand({ found: { ...found, hashes: [hash, 'other'] } })).toThrow(refused)
    expect(demand({ found: { ...found, hashes: [] } })).toThrow(refused)
  })

  it.each(['', 'no key', Buffer.from('no key').toString('base64')])(
    'is refused by a key that is none: %s',
    (none) => {
      expect(demand({ key: none })).toThrow(refused)
    },
  )

  it('is refused by a key of another kind', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(demand({ key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') })).toThrow(
      refused,
    )
  })

  it('has the name electron-builder gives it', () => {
    expect(announcementFile('win32', 'x64')).toBe('latest.yml')
    expect(announcementFile('darwin', 'arm64')).toBe('latest-mac.yml')
    expect(announcementFile('linux', 'x64')).toBe('latest-linux.yml')
    expect(announcementFile('linux', 'arm64')).toBe('latest-linux-arm64.yml')
  })
})

describe('a feed', () => {
  it('is an address over https and a key', () => {
    expect(UpdateFeed.safeParse(feed).success).toBe(true)
    for (const address of [
      'http://kept.example',
      'https://',
      'https://kept.example/',
      'file:///tmp',
      'https://a b',
    ])
      expect([address, UpdateFeed.safeParse({ ...feed, address }).success]).toEqual([address, false])
    for (const wrong of [
      null,
      {},
      { address: feed.address },
      { ...feed, key: 'short' },
      { ...feed, more: 1 },
    ])
      expect(UpdateFeed.safeParse(wrong).success).toBe(false)
  })
})

describe('when a newer Kept is looked for', () => {
  const now = at('Tue 2026-11-24 10:40')

  it('is once a day, and again when the clock was set back', () => {
    expect(isLookDue(null, now)).toBe(true)
    expect(isLookDue(now - day + 1, now)).toBe(false)
    expect(isLookDue(now - day, now)).toBe(true)
    expect(isLookDue(now + hour, now)).toBe(true)
  })
})

describe('the entry of the menu', () => {
  it('says how far it is, and what a click does', () => {
    expect(
      [
        { kind: 'unknown' } as const,
        { kind: 'looking' } as const,
        { kind: 'newest' } as const,
        { kind: 'found', version: '0.2.0' } as const,
        { kind: 'fetching', version: '0.2.0' } as const,
        { kind: 'ready', version: '0.2.0' } as const,
        { kind: 'failed', code: 'E_UPDATE_UNREACHABLE' } as const,
        { kind: 'failed', code: 'E_UPDATE_INVALID' } as const,
      ].map((state) => Object.values(entryOf(state))),
    ).toEqual([
      ['Look for a newer Kept', 'look'],
      ['Looking for a newer Kept…', null],
      ['This is the newest Kept; look again', 'look'],
      ['Get Kept 0.2.0', 'fetch'],
      ['Getting Kept 0.2.0…', null],
      ['Restart as Kept 0.2.0', 'install'],
      ['A newer Kept could not be looked for; try again', 'look'],
      ['A newer Kept was not signed and was left alone; look again', 'look'],
    ])
  })
})

describe('updates', () => {
  type World = { readonly newest: FoundUpdate | null; readonly files: Readonly<Record<string, Uint8Array>> }
  const signed = { 'latest-linux.yml': text, 'latest-linux.yml.sig': signature }

  let now: Instant
  let updates: Updates | undefined
  beforeEach(() => {
    now = at('Tue 2026-11-24 10:40')
    vi.useFakeTimers()
  })
  afterEach(() => {
    updates?.stop()
    vi.useRealTimers()
  })

  /** Starts looking, with everything electron-updater would be asked written down. */
  const start = async (world: World, faults: Partial<Installer> = {}) => {
    const asked: string[] = []
    const notes: string[] = []
    const labels: string[] = []
    const installer: Installer = {
      find: async () => (asked.push('find'), world.newest),
      fetch: async () => void asked.push('fetch'),
      install: () => void asked.push('install'),
      async read(file) {
        const bytes = world.files[file]
        if (bytes === undefined) throw new Error('404')
        return bytes
      },
      ...faults,
    }
    const started = startUpdates({
      feed,
      installer,
      platform: 'linux',
      arch: 'x64',
      clock: { now: () => now },
      note: (what) => notes.push(what),
      onChange: () => labels.push('changed'),
    })
    updates = started
    await settle()
    return {
      asked,
      notes,
      labels,
      entry: started.entry,
      click: async () => (started.entry().click(), settle()),
    }
  }
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  const pass = async (time: number) => {
    now += time
    await vi.advanceTimersByTimeAsync(time)
    await settle()
  }

  it('are looked for at the start and daily, and nothing is fetched or installed by itself', async () => {
    const { asked, entry } = await start({ newest: found, files: signed })
    expect(entry()).toMatchObject({ label: 'Get Kept 0.2.0', enabled: true })

    for (let hours = 0; hours < 72; hours += 1) await pass(hour)
    expect(asked).toEqual(['find'])
  })

  it('are looked for again each day while there is none', async () => {
    const { asked, entry } = await start({ newest: null, files: {} })
    expect(entry().label).toBe('This is the newest Kept; look again')

    for (let hours = 0; hours < 72; hours += 1) await pass(hour)
    expect(asked).toEqual(['find', 'find', 'find', 'find'])
  })

  it('are fetched by one click and installed by another', async () => {
    const { asked, entry, click, labels } = await start({ newest: found, files: signed })

    await click()
    expect([asked, entry().label]).toEqual([['find', 'fetch'], 'Restart as Kept 0.2.0'])
    await pass(2 * day)
    expect(asked).toEqual(['find', 'fetch'])
    await click()
    expect(asked).toEqual(['find', 'fetch', 'install'])
    expect(labels).toHaveLength(4)
  })

  it.each([
    ['no signature', { 'latest-linux.yml': text, 'latest-linux.yml.sig': new Uint8Array() }],
    ['a foreign announcement', { ...signed, 'latest-linux.yml': Buffer.from('version: 0.2.0\n') }],
  ])('with %s are named and left alone', async (_, files) => {
    const { asked, entry, notes } = await start({ newest: found, files })

    expect(entry().label).toBe('A newer Kept was not signed and was left alone; look again')
    expect([asked, notes]).toEqual([['find'], ['updates: not signed as they should be']])
  })

  it('that cannot be reached are tried again by a click, and tomorrow', async () => {
    const find = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(null)
    const { entry, click } = await start({ newest: null, files: {} }, { find })

    expect(entry().label).toBe('A newer Kept could not be looked for; try again')
    await click()
    expect(entry().label).toBe('This is the newest Kept; look again')
  })

  it('whose file is not what was announced are not installed', async () => {
    const fetch = () => Promise.reject(new Refusal('not-allowed', 'E_UPDATE_INVALID'))
    const { asked, entry, click } = await start({ newest: found, files: signed }, { fetch })

    await click()
    expect([entry().label, asked]).toEqual([
      'A newer Kept was not signed and was left alone; look again',
      ['find'],
    ])
  })

  it('do nothing at a click while they are busy', async () => {
    const { asked, entry, click } = await start(
      { newest: found, files: signed },
      { fetch: () => new Promise(() => undefined) },
    )

    await click()
    expect(entry()).toMatchObject({ label: 'Getting Kept 0.2.0…', enabled: false })
    await click()
    expect(asked).toEqual(['find'])
  })
})
