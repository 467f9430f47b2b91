import { rmSync } from 'node:fs'
import { pid } from 'node:process'
import * as z from 'zod/mini'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { connect, sqliteCode, type Connection } from './connection'
import { createEmpty, filesOf, findJson, writeWhole } from './files'
import { refusalOf } from './inspect'

/** The process that has a folder's store open, for the sentence a second start gets. */
const Instance = z.object({ process: z.number(), since: z.number(), port: z.nullable(z.number()) })
type Instance = z.infer<typeof Instance>

/** Ownership of a folder's store; ends with `release`, or with the process, however that ends. */
export type Lock = {
  /** Notes where this Kept can be reached, for a second start to say. */
  readonly notePort: (port: number) => void
  readonly release: () => void
}

/**
 * Takes sole ownership of a folder's store by an exclusive transaction on a small database beside it, which
 * the system ends with the process. Refuses E_ALREADY_RUNNING with process and start of the owner.
 */
export function takeLock(folder: string, now: Instant): Lock {
  const { lock, instance } = filesOf(folder)
  createEmpty(lock)
  const connection = connect(lock)
  if (!isTaken(connection, lock)) throw refused(findJson(instance, Instance))
  const note = (port: number | null) =>
    writeWhole(instance, JSON.stringify({ process: pid, since: now, port } satisfies Instance))
  note(null)
  const release = () => {
    rmSync(instance, { force: true })
    connection.close()
  }
  return { notePort: note, release }
}

function isTaken(connection: Connection, file: string): boolean {
  connection.pragma('busy_timeout = 0')
  try {
    connection.exec('pragma locking_mode = exclusive; begin exclusive')
    return true
  } catch (error) {
    connection.close()
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) return false
    throw refusalOf(error, file)
  }
}

const refused = (owner: Instance | undefined) =>
  new Refusal('conflict', 'E_ALREADY_RUNNING', {
    isKnown: owner !== undefined ? 'yes' : 'no',
    process: String(owner?.process ?? ''),
    since: owner?.since ?? null,
    port: owner?.port ?? null,
  })
