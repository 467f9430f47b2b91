import { initial } from './0001-initial'
import { nudgesAndSnoozes } from './0002-nudges-and-snoozes'

/** One step from a version to the next. Its SQL never changes once it was released. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** Every step there is, in order; the versions run 1, 2, 3 without a gap. */
export const migrations: readonly Migration[] = [initial, nudgesAndSnoozes]

/** The version this Kept writes and reads. */
export const newestVersion = migrations.length
