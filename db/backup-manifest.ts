import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod/mini'
import { expendable } from './backup-retention'
import { filesOf, findJson, writeWhole } from './files'

/** Why a backup was made. */
export const BackupWhy = z.enum(['by-hand', 'daily', 'migration'])
export type BackupWhy = z.infer<typeof BackupWhy>

/** One backup that was checked: where it lies, when and why it was made, its hash and its version. */
const BackupEntry = z.object({
  file: z.string(),
  at: z.number(),
  bytes: z.number(),
  why: BackupWhy,
  sha256: z.string(),
  version: z.number(),
})
export type BackupEntry = Readonly<z.infer<typeof BackupEntry>>

const Manifest = z.array(BackupEntry)

const manifestOf = (folder: string) => join(filesOf(folder).backups, 'manifest.json')

/** The checked backups of a folder's store that are there, the one made last first. */
export function listBackups(folder: string): readonly BackupEntry[] {
  const { backups } = filesOf(folder)
  const entries = findJson(manifestOf(folder), Manifest) ?? []
  // The folder may have been moved since: a backup lies where its list lies.
  const here = entries.map((entry) => ({ ...entry, file: join(backups, basename(entry.file)) }))
  return here.filter((entry) => existsSync(entry.file)).reverse()
}

/**
 * Lists a backup that was just checked, and lets go of those it makes expendable, unless all are to be kept: their
 * names first, then they.
 */
export function addToManifest(folder: string, entry: BackupEntry, keepsAll = false): void {
  const entries = [...listBackups(folder)].reverse().concat(entry)
  const gone = new Set(keepsAll ? [] : expendable(entries))
  writeWhole(
    manifestOf(folder),
    JSON.stringify(
      entries.filter((known) => !gone.has(known)),
      null,
      2,
    ),
  )
  for (const { file } of gone) rmSync(file, { force: true })
}

/** Clears away what a stopped backup left half done. */
export function removePartials(folder: string): void {
  const { backups } = filesOf(folder)
  if (!existsSync(backups)) return
  for (const name of readdirSync(backups))
    if (/\.partial(-journal|-wal|-shm)?$/.test(name)) rmSync(join(backups, name), { force: true })
}
