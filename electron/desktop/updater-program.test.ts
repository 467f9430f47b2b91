import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { feedOf, installerFor, offerUpdates } from './updater-program'

const outside = vi.hoisted(() => ({
  updater: { calls: [] as unknown[], checked: null as unknown, fault: null as unknown } as Record<
    string,
    unknown
  > & {
    calls: unknown[]
    checked: unknown
    fault: unknown
  },
  fetched: [] as unknown[],
  answer: { status: 200, body: 'version: 0.2.0' },
}))

vi.mock('electron', () => ({
  session: {
    defaultSession: {
      fetch: async (address: string, { headers }: { readonly headers: unknown }) => {
        outside.fetched.push([address, headers])
        return new Response(outside.answer.body, { status: outside.answer.status })
      },
    },
  },
}))

vi.mock('electron-updater', () => {
  const autoUpdater = Object.assign(outside.updater, {
    on: () => undefined,
    setFeedURL: (feed: unknown) => outside.updater.calls.push(['setFeedURL', feed]),
    checkForUpdates: async () => outside.updater.checked,
    downloadUpdate: async () => {
      if (outside.updater.fault !== null) throw outside.updater.fault
      outside.updater.calls.push('downloadUpdate')
    },
    quitAndInstall: () => outside.updater.calls.push('quitAndInstall'),
  })
  return { default: { autoUpdater } }
})

const feed = { address: 'https://kept.example/updates', key: `${'A'.repeat(59)}=` }

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-updates-'))
  outside.updater.calls.length = 0
  outside.fetched.length = 0
  outside.answer = { status: 200, body: 'version: 0.2.0' }
  outside.updater.fault = null
})
afterEach(() => rmSync(root, { recursive: true }))

const packed = (updates: unknown) => {
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'kept', updates }))
  return { root, isPackaged: true, isClockSet: false }
}

describe('whether Kept looks for newer ones', () => {
  it('is decided by the feed it was packed with', () => {
    expect(feedOf(packed(feed))).toEqual(feed)
    for (const none of [
      null,
      undefined,
      '',
      { address: feed.address },
      { ...feed, address: 'http://kept.example' },
    ])
      expect(feedOf(packed(none))).toBeNull()
  })

  it('is no where it is not packed, and no with a clock set by hand', () => {
    expect(feedOf({ ...packed(feed), isPackaged: false })).toBeNull()
    expect(feedOf({ ...packed(feed), isClockSet: true })).toBeNull()
  })

  it('is no by itself: without a feed nothing is loaded and nothing asked', async () => {
    const rest = { clock: { now: () => 0 }, note: () => undefined, onChange: () => undefined }

    expect(await offerUpdates(packed(null), rest)).toBeNull()
    expect([outside.updater.calls, outside.fetched]).toEqual([[], []])
  })
})

describe('electron-updater', () => {
  it('does nothing by itself, goes to no older version, and tells nobody which computer asks', async () => {
    await installerFor(feed)

    expect(outside.updater).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
      requestHeaders: { 'x-user-staging-id': '' },
    })
    expect(outside.updater.calls).toEqual([['setFeedURL', { provider: 'generic', url: feed.address }]])
  })

  it('finds a newer version with the hashes of its files, or none', async () => {
    const installer = await installerFor(feed)
    const updateInfo = { version: '0.2.0', files: [{ sha512: 'a' }, { sha512: 'b' }] }

    outside.updater.checked = { isUpdateAvailable: true, updateInfo }
    expect(await installer.find()).toEqual({ version: '0.2.0', hashes: ['a', 'b'] })
    for (const none of [null, { isUpdateAvailable: false, updateInfo }]) {
      outside.updater.checked = none
      expect(await installer.find()).toBeNull()
    }
  })

  it('fetches and installs when it is told to', async () => {
    const installer = await installerFor(feed)
    await installer.fetch()
    installer.install()

    expect(outside.updater.calls.slice(1)).toEqual(['downloadUpdate', 'quitAndInstall'])
  })

  it.each(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE'])(
    'refuses a file with %s',
    async (code) => {
      const installer = await installerFor(feed)
      outside.updater.fault = Object.assign(new Error(code), { code })

      await expect(installer.fetch()).rejects.toMatchObject({ code: 'E_UPDATE_INVALID' })
    },
  )

  it('passes other faults on as they are', async () => {
    const installer = await installerFor(feed)
    outside.updater.fault = new Error('offline')

    await expect(installer.fetch()).rejects.toThrow('offline')
  })
})

describe('a file of the feed', () => {
  it('is read from its address, whole, without a word about this computer', async () => {
    const { read } = await installerFor(feed)

    expect(Buffer.from(await read('latest-linux.yml.sig')).toString()).toBe('version: 0.2.0')
    expect(outside.fetched).toEqual([
      ['https://kept.example/updates/latest-linux.yml.sig', { 'User-Agent': 'Kept' }],
    ])
  })

  it.each([
    ['is not there', { status: 404, body: 'no' }],
    ['is far too long', { status: 200, body: 'a'.repeat(100_001) }],
  ])('is refused when it %s', async (_, answer) => {
    const { read } = await installerFor(feed)
    outside.answer = answer

    await expect(read('latest.yml')).rejects.toMatchObject({ code: 'E_UPDATE_UNREACHABLE' })
  })
})
