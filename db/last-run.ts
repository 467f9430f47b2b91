import * as z from 'zod/mini'
import { filesOf, findJson, writeWhole } from './files'

/**
 * What a run leaves beside the store for the next one to compare its clocks with: the moment on the wall, how long
 * the computer had run (ms), the name of its start, and how far the clock was off.
 */
const LastRun = z.object({
  wall: z.number(),
  uptime: z.number(),
  boot: z.nullable(z.string()),
  off: z.object({ by: z.number(), isLeast: z.boolean() }),
})
export type LastRun = Readonly<z.infer<typeof LastRun>>

/** What the last run left, or undefined where there was none or it does not read. */
export const findLastRun = (folder: string): LastRun | undefined => findJson(filesOf(folder).clock, LastRun)

export const writeLastRun = (folder: string, run: LastRun): void =>
  writeWhole(filesOf(folder).clock, JSON.stringify(run))
