import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { addToManifest, listBackups, type BackupEntry, type BackupWhy } from './backup-manifest'
import { connect, sqliteCode } from './connection'
import { createEmpty, filesOf, ownFolder, syncFile, syncFolder, systemCode } from './files'
import { checkCopy, contentsOf, type Contents } from './backup-check'

export type { BackupEntry }

/** The moments of a backup at which a stop must do no harm, in order. */
export type BackupStep = 'begun' | 'copied' | 'checked' | 'synced' | 'named' | 'listed'

/** What to back up, when and why; `keepsAll` lets no older one go; `onStep` hears of each step once it is done. */
export type BackupRequest = {
  readonly folder: string
  readonly now: Instant
  readonly why: BackupWhy
  readonly keepsAll?: boolean
  readonly onStep?: (step: BackupStep) => void
}

/**
 * Copies the store of a folder as it is at one moment, through a connection of its own that only reads, so that
 * writing goes on meanwhile. The copy is listed as a backup only after it was opened again, checked, counted and
 * hashed, and lies on the disk under its name; older ones are let go after that. Refuses E_BACKUP_FAILED.
 */
export async function makeBackup(request: BackupRequest): Promise<BackupEntry> {
  const { backups } = filesOf(request.folder)
  const file = freeName(backups, request)
  try {
    mkdirSync(backups, { recursive: true, mode: ownFolder })
    return await copyChecked(request, file)
  } catch (error) {
    if (existsSync(`${file}.partial`)) rmSync(`${file}.partial`)
    throw failed(error, listBackups(request.folder))
  }
}

async function copyChecked(request: BackupRequest, file: string): Promise<BackupEntry> {
  const { folder, now, why, onStep = () => undefined } = request
  const partial = `${file}.partial`
  onStep('begun')
  const contents = copyStore(filesOf(folder).store, partial)
  onStep('copied')
  const version = checkCopy(partial, contents)
  onStep('checked')
  const sha256 = await hashOf(partial)
  syncFile(partial)
  onStep('synced')
  renameSync(partial, file)
  syncFolder(filesOf(folder).backups)
  onStep('named')
  const entry = { file, at: now, bytes: statSync(file).size, why, sha256, version }
  addToManifest(folder, entry, request.keepsAll)
  onStep('listed')
  return entry
}

/** Copies a store into a new file and gives what it held before and after: what the copy must lie between. */
export function copyStore(from: string, to: string): readonly [Contents, Contents] {
  const reader = connect(from, { isReader: true })
  try {
    const before = contentsOf(reader)
    createEmpty(to)
    reader.prepare('vacuum into ?').run(to)
    return [before, contentsOf(reader)]
  } finally {
    reader.close()
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function freeName(backups: string, { now, why }: BackupRequest): string {
  const moment = new Date(now).toISOString().replaceAll(':', '').slice(0, 17)
  const named = (suffix: string) => join(backups, `kept-${moment}Z-${why}${suffix}.db`)
  const isFree = (file: string) => !existsSync(file) && !existsSync(`${file}.partial`)
  const names = ['', ...Array.from({ length: 1000 }, (_, i) => `-${i + 2}`)].map(named)
  return names.find(isFree) ?? named('')
}

function failed(error: unknown, kept: readonly BackupEntry[]): unknown {
  const code = sqliteCode(error) || systemCode(error)
  const isFull = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)
  const reason = error instanceof Error ? error.message : String(error)
  const lastAt = kept[0]?.at ?? null
  const values = { cause: isFull ? 'full' : 'other', reason, hasLast: lastAt === null ? 'no' : 'yes', lastAt }
  return new Refusal('unreachable', 'E_BACKUP_FAILED', values)
}
