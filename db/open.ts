import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { makeBackup } from './backup'
import { listBackups, removePartials } from './backup-manifest'
import { connect, sqliteVersion, type Connection } from './connection'
import { createEmpty, filesOf } from './files'
import { prepareFolder, preparePlace } from './folder'
import { withIdleCheckpoints } from './idle'
import { inspectStore, refusalOf } from './inspect'
import { takeLock, type Lock } from './lock'
import { migrate } from './migrate'
import { migrations, type Migration } from './migrations'
import { checkPresent, findPlace, isAbsent, rememberPlace, type Place } from './place'
import { checkSqlite, setPragmas } from './pragmas'
import { storeOf, type Store } from './store'

/** What opening needs to know; `version` is Kept's own, for the sentences of later starts. */
export type OpenOptions = {
  readonly folder: string
  readonly now: Instant
  readonly version: string
  /** Where it is remembered that a store was here: in the folder itself, or beside Kept's settings. */
  readonly placeFile?: string
  /** The steps to the newest version: Kept's own, unless a test brings others. */
  readonly steps?: readonly Migration[]
}

/** A store this process owns; closing it gives the ownership up. */
export type OpenStore = Store & {
  readonly isNew: boolean
  /** Notes where this Kept can be reached, for a second start to say. */
  readonly notePort: (port: number) => void
}

/**
 * Opens the store of a folder, made new where none was, brought to the newest version where it is older.
 * Refuses, with nothing changed: E_DATA_FOLDER, E_DB_READONLY, E_ALREADY_RUNNING, E_SQLITE_TOO_OLD,
 * E_DB_MISSING, E_DB_NOT_KEPT, E_DB_NEWER, E_DB_DAMAGED, E_DB_PRAGMA, E_MIGRATION_FAILED.
 */
export async function openStore(options: OpenOptions): Promise<OpenStore> {
  const { folder, now } = options
  prepareFolder(folder)
  if (options.placeFile !== undefined) preparePlace(options.placeFile)
  const lock = takeLock(folder, now)
  try {
    return await openOwned(options, lock)
  } catch (error) {
    lock.release()
    throw refusalOf(error, filesOf(folder).store)
  }
}

async function openOwned(options: OpenOptions, lock: Lock): Promise<OpenStore> {
  const { folder, now, version } = options
  const { store: file, place } = filesOf(folder)
  const placeFile = options.placeFile ?? place
  checkSqlite(sqliteVersion())
  removePartials(folder)
  checkPresent(placeFile, file)
  const isNew = isAbsent(file)
  const backup = isNew ? '' : await prepareKnown(options, placeFile)
  createEmpty(file)
  const connection = openConnection(file, options.steps ?? migrations, backup)
  rememberPlace(placeFile, file, version, now)
  const store = withIdleCheckpoints(storeOf(connection, file))
  const close = () => store.close().finally(lock.release)
  return { ...store, isNew, notePort: lock.notePort, close }
}

/** Looks at a store that is there; a verified backup comes before any step, and its name is given. */
async function prepareKnown(options: OpenOptions, placeFile: string): Promise<string> {
  const { folder, now, steps = migrations } = options
  const { version } = inspectStore(filesOf(folder).store)
  if (version > steps.length) throw newerThanKept(options, findPlace(placeFile))
  if (version === 0 || version === steps.length) return ''
  return (await makeBackup({ folder, now, why: 'migration' })).file
}

function newerThanKept(options: OpenOptions, place: Place | undefined): Refusal {
  const { folder, version, steps = migrations } = options
  const usable = listBackups(folder).find((backup) => backup.version <= steps.length)
  return new Refusal('not-allowed', 'E_DB_NEWER', {
    file: filesOf(folder).store,
    version,
    isWriterKnown: place === undefined ? 'no' : 'yes',
    writtenBy: place?.version ?? '',
    hasBackup: usable === undefined ? 'no' : 'yes',
    backupAt: usable?.at ?? null,
  })
}

function openConnection(file: string, steps: readonly Migration[], backup: string): Connection {
  const connection = connect(file)
  try {
    setPragmas(connection)
    migrate(connection, steps, backup)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
