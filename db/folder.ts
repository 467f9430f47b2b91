import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../shared/lib/refusal'
import { filesOf, ownFolder, systemCode } from './files'

/**
 * Makes sure of the folder a store lies in, private to the user where it is made now. Refuses E_DATA_FOLDER
 * where there cannot be one, E_DB_READONLY where it or a file of the store cannot be written.
 */
export function prepareFolder(folder: string): void {
  makeFolder(folder)
  const { store } = filesOf(folder)
  for (const path of [folder, store, `${store}-wal`, `${store}-shm`]) checkWritable(path)
}

/**
 * Makes sure of the folder in which it is remembered where the store is, before anything else is made. Refuses as
 * prepareFolder does.
 */
export function preparePlace(placeFile: string): void {
  makeFolder(dirname(placeFile))
  for (const path of [dirname(placeFile), placeFile]) checkWritable(path)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: ownFolder })
  } catch (error) {
    throw refusedFolder(folder, systemCode(error))
  }
  if (!statSync(folder).isDirectory()) throw refusedFolder(folder, 'ENOTDIR')
}

/** What the system calls it, in the few words the sentence chooses by. */
const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'file',
  ENOTDIR: 'file',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'readonly',
  ENOSPC: 'full',
}

function refusedFolder(folder: string, code: string): Refusal {
  return new Refusal('not-allowed', 'E_DATA_FOLDER', {
    folder,
    reason: reasons[code] ?? 'other',
    system: code,
  })
}

function checkWritable(path: string): void {
  if (!existsSync(path)) return
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch {
    throw new Refusal('not-allowed', 'E_DB_READONLY', { path })
  }
}
