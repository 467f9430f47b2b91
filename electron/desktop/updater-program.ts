import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { session } from 'electron'
import { UpdateFeed } from '../../shared/domain/update'
import { Refusal } from '../../shared/lib/refusal'
import { startUpdates, type Installer, type UpdateParts, type Updates } from './updater'

/** What decides whether Kept looks for newer ones at all. */
export type Packaging = {
  /** The folder that has package.json. */
  readonly root: string
  readonly isPackaged: boolean
  /** With a clock set by hand Kept looks for nothing. */
  readonly isClockSet: boolean
}

type Rest = Omit<UpdateParts, 'feed' | 'installer' | 'platform' | 'arch'>

/** Newer Kepts, where this one was packed with a feed of them; null everywhere else, and then nothing is loaded. */
export async function offerUpdates(packaging: Packaging, rest: Rest): Promise<Updates | null> {
  const feed = feedOf(packaging)
  if (feed === null) return null
  const installer = await installerFor(feed)
  return startUpdates({ ...rest, feed, installer, platform: process.platform, arch: process.arch })
}

/** The feed named in package.json by the packing, as `updates`. */
export function feedOf({ root, isPackaged, isClockSet }: Packaging): UpdateFeed | null {
  if (!isPackaged || isClockSet) return null
  const told: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const updates = typeof told === 'object' && told !== null && 'updates' in told ? told.updates : null
  const feed = UpdateFeed.safeParse(updates)
  return feed.success ? feed.data : null
}

/** What a file of the feed never exceeds, in bytes. */
const largestFile = 100_000

/** Said by electron-updater where what was fetched is not what was announced. */
const invalid = ['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']

/** electron-updater, made to do nothing by itself and to send no name of this computer along. */
export async function installerFor(feed: UpdateFeed): Promise<Installer> {
  const { autoUpdater } = (await import('electron-updater')).default
  autoUpdater.logger = null
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = false
  autoUpdater.allowDowngrade = false
  autoUpdater.requestHeaders = { 'x-user-staging-id': '' }
  autoUpdater.setFeedURL({ provider: 'generic', url: feed.address })
  autoUpdater.on('error', () => undefined)
  return {
    async find() {
      const found = await autoUpdater.checkForUpdates()
      if (!found?.isUpdateAvailable) return null
      return { version: found.updateInfo.version, hashes: found.updateInfo.files.map((file) => file.sha512) }
    },
    async fetch() {
      try {
        await autoUpdater.downloadUpdate()
      } catch (error) {
        throw isInvalid(error) ? new Refusal('not-allowed', 'E_UPDATE_INVALID') : error
      }
    },
    install: () => autoUpdater.quitAndInstall(),
    read: (file) => readFeedFile(`${feed.address}/${file}`),
  }
}

const isInvalid = (error: unknown) =>
  error instanceof Error && 'code' in error && invalid.includes(String(error.code))

async function readFeedFile(address: string): Promise<Uint8Array> {
  const asked = { cache: 'no-store', headers: { 'User-Agent': 'Kept' } } as const
  const answer = await session.defaultSession.fetch(address, asked)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.ok && bytes.length <= largestFile) return bytes
  throw new Refusal('unreachable', 'E_UPDATE_UNREACHABLE')
}
