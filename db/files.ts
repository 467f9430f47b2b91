import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { platform } from 'node:process'
import type * as z from 'zod/mini'

/** Where everything of one store lies. `place` remembers that a store was here; see place.ts. */
export const filesOf = (folder: string) => ({
  store: join(folder, 'kept.db'),
  lock: join(folder, 'instance.lock'),
  instance: join(folder, 'instance.json'),
  place: join(folder, 'last-opened.json'),
  clock: join(folder, 'clock.json'),
  backups: join(folder, 'backups'),
})

/** Readable and writable by the user alone. */
export const ownFile = 0o600
export const ownFolder = 0o700

/** Creates an empty file, unless there is one. A file that is there is never opened: closing it again would drop the locks this process has on it. */
export function createEmpty(file: string): void {
  try {
    closeSync(openSync(file, 'wx', ownFile))
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
}

/** Writes a small file whole or not at all: beside it, to the disk, then in its place. */
export function writeWhole(file: string, text: string): void {
  const beside = `${file}.partial`
  const handle = openSync(beside, 'w', ownFile)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
  syncFolder(dirname(file))
}

/** Makes a rename or a new file in the folder last; Windows does so by itself and cannot be asked. */
export function syncFolder(folder: string): void {
  if (platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes what was written to a file last. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A small JSON file, or undefined where it is not there or does not read as what it should be. */
export function findJson<T>(file: string, schema: z.ZodMiniType<T>): T | undefined {
  const text = findText(file)
  if (text === undefined) return undefined
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function findText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return undefined
    throw error
  }
}

/** The system's name for what went wrong, such as ENOSPC; '' for any other error. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
