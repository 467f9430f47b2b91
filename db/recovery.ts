import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { copyStore, hashOf } from './backup'
import { checkCopy, readChecked } from './backup-check'
import { listBackups, type BackupEntry } from './backup-manifest'
import { connect } from './connection'
import { filesOf, ownFolder, syncFile, syncFolder } from './files'
import { prepareFolder } from './folder'
import { inspectStore } from './inspect'
import { takeLock } from './lock'
import { newestVersion } from './migrations'
import { findPlace, isAbsent } from './place'

/** Which store is meant, as for opening it. */
export type RecoveryOptions = { readonly folder: string; readonly now: Instant; readonly placeFile?: string }

/** A store that was here and is not any more: where, when it was opened last, and what there is to restore. */
export type MissingStore = {
  readonly expected: string
  readonly lastOpenedAt: Instant | null
  readonly backups: readonly BackupEntry[]
}

/** What is missing, or null. */
export function findMissing({ folder, placeFile }: RecoveryOptions): MissingStore | null {
  const { store, place } = filesOf(folder)
  const known = findPlace(placeFile ?? place)
  if (known === undefined || !isAbsent(store)) return null
  return { expected: store, lastOpenedAt: known.lastOpenedAt, backups: listBackups(folder) }
}

/**
 * Puts a listed backup where the store was. What became of letters that waited when it was made nobody knows:
 * they may have left since, so Kept leaves them to the user. Refuses E_BACKUP_BAD where it is not as it was made, and E_STORE_THERE where nothing is missing.
 */
export async function restoreBackup(options: RecoveryOptions, file: string): Promise<void> {
  const entry = listBackups(options.folder).find((backup) => backup.file === file)
  const isGood = entry !== undefined && (await hashOf(file)) === entry.sha256
  if (!isGood) throw new Refusal('conflict', 'E_BACKUP_BAD', { file: basename(file) })
  putInPlace(options, file)
}

/**
 * Copies a store that lies elsewhere to its place, with what its log holds; the file itself is left as it is. It may
 * be a copy of long ago, so its waiting letters are left to the user as those of a backup are. Refuses E_DB_NOT_KEPT,
 * E_DB_TOO_NEW and E_FILE_MISSING.
 */
export function chooseStore(options: RecoveryOptions, file: string): void {
  if (!isReadable(file)) throw new Refusal('not-found', 'E_FILE_MISSING', { file })
  const { version, isEmpty } = inspectStore(file)
  if (isEmpty) throw new Refusal('not-allowed', 'E_DB_NOT_KEPT', { file })
  if (version > newestVersion) throw new Refusal('not-allowed', 'E_DB_TOO_NEW', { file })
  putInPlace(options, file)
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** Forgets that a store was here, so that the next start makes an empty one. */
export function startEmpty({ folder, placeFile }: RecoveryOptions): void {
  rmSync(placeFile ?? filesOf(folder).place, { force: true })
}

/** The copy is made and checked beside the place and moved there whole; a stop leaves the store missing as before. */
function putInPlace(options: RecoveryOptions, from: string): void {
  const { folder, now } = options
  const { store } = filesOf(folder)
  const partial = `${store}.partial`
  prepareFolder(folder)
  const lock = takeLock(folder, now)
  try {
    if (!isAbsent(store)) throw new Refusal('conflict', 'E_STORE_THERE', { file: store })
    setAside(folder, now)
    rmSync(partial, { force: true })
    checkCopy(partial, copyStore(from, partial))
    leaveLettersToUser(partial)
    syncFile(partial)
    renameSync(partial, store)
    syncFolder(folder)
  } finally {
    lock.release()
  }
}

/** A log without its store would be taken for the log of the restored one, so it goes where nothing reads it. */
function setAside(folder: string, now: Instant): void {
  const { store } = filesOf(folder)
  const left = [`${store}-wal`, `${store}-shm`].filter((file) => existsSync(file))
  const aside = join(folder, 'quarantine', String(now))
  if (left.length > 0) mkdirSync(aside, { recursive: true, mode: ownFolder })
  for (const file of left) renameSync(file, join(aside, basename(file)))
}

function leaveLettersToUser(copy: string): void {
  const connection = connect(copy)
  connection
    .prepare(
      "update letter set state = 'unknown', next_attempt_at = null, error = ? where state in ('queued', 'sending', 'committing')",
    )
    .run(JSON.stringify({ code: 'E_LETTER_RESTORED', values: {} }))
  connection.close()
  readChecked(copy)
}
