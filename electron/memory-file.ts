import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { findJson, ownFolder, writeWhole } from '../db/files'
import { Refusal } from '../shared/lib/refusal'
import { say } from '../shared/words/say'
import type { Memory } from './desktop/memory'

type SchemaOf<T> = Parameters<typeof findJson<T>>[1]

/** Remembers one value in a small file of the user's own, whole or not at all. A file from elsewhere is never trusted. */
export const memoryIn = <T>(file: string, schema: SchemaOf<T>, usual: T): Memory<T> => ({
  read: () => readFrom(file, schema) ?? usual,
  keep(value) {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: ownFolder })
      writeWhole(file, `${JSON.stringify(value)}\n`)
    } catch {
      throw new Refusal('unreachable', 'E_DESK_FAILED', { what: say('desk.failed.file') })
    }
  },
})

/** Whether something can be remembered in a folder, which is made where it is not there yet. */
export function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: ownFolder })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A folder in its place, or one nobody may read, is no memory either. */
function readFrom<T>(file: string, schema: SchemaOf<T>): T | undefined {
  try {
    return findJson(file, schema)
  } catch {
    return undefined
  }
}
