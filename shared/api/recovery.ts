import * as z from 'zod/mini'
import { errand } from './contract'
import type { Backup } from './settings'

/** A file of this computer, by its whole path. */
const FilePath = z
  .string('invalid.path')
  .check(
    z.minLength(1, 'invalid.empty'),
    z.maxLength(4_096, 'invalid.path'),
    z.regex(/^[^\0]*$/, 'invalid.path'),
  )

/** What was expected of the store and is not there. */
export type Missing = {
  readonly expected: string
  readonly lastOpenedAt: number | null
  readonly backups: readonly Backup[]
}

/** The ways out when the store is missing (E_DB_MISSING); every other request is refused until one is taken. */
export const recovery = {
  /** Null when nothing is missing. */
  show: errand({}).returns<Missing | null>(),
  /** Restores a verified backup to the place where the store was. Refuses E_BACKUP_BAD. */
  restore: errand({ file: FilePath }).returns<null>(),
  /** Copies a store found elsewhere to its place; the file chosen is left as it is. Refuses E_DB_NOT_KEPT. */
  choose: errand({ file: FilePath }).returns<null>(),
  startEmpty: errand({}).returns<null>(),
}
