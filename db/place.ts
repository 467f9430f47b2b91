import { existsSync, statSync } from 'node:fs'
import * as z from 'zod/mini'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { findJson, writeWhole } from './files'

/** Where a store was opened last, when, and by which Kept. */
const Place = z.object({ file: z.string(), lastOpenedAt: z.number(), version: z.string() })
export type Place = Readonly<z.infer<typeof Place>>

/** What is remembered about a store, or undefined where none was. */
export const findPlace = (placeFile: string): Place | undefined => findJson(placeFile, Place)

/** Remembers that a store is here, so that a start that finds it gone makes no empty one in silence. */
export function rememberPlace(placeFile: string, file: string, version: string, now: Instant): void {
  writeWhole(placeFile, JSON.stringify({ file, lastOpenedAt: now, version } satisfies Place))
}

/** Whether there is no store, or nothing in it: what a start that was cut off at once leaves behind. */
export const isAbsent = (file: string): boolean => !existsSync(file) || statSync(file).size === 0

/** Refuses E_DB_MISSING where a store was before and is not now. */
export function checkPresent(placeFile: string, file: string): void {
  const place = findPlace(placeFile)
  if (!isAbsent(file) || place === undefined) return
  throw new Refusal('not-found', 'E_DB_MISSING', { expected: file, lastOpenedAt: place.lastOpenedAt })
}
