import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveIn, type Served } from './kept'

/** The library that gives a program a clock of its own, or null where it is not installed. */
export const faketimeLibrary: string | null =
  process.platform === 'linux'
    ? (readdirSync('/usr/lib')
        .map((name) => join('/usr/lib', name, 'faketime', 'libfaketime.so.1'))
        .find((file) => existsSync(file)) ?? null)
    : null

/** The clock on the wall of one computer, which a test may set; the time that passes cannot be set. */
export type WallClock = {
  readonly now: () => number
  /** Sets it, as somebody would in the settings of the system. */
  readonly set: (at: number) => void
  readonly move: (by: number) => void
  /** Starts the built Kept by this clock, in London. */
  readonly serve: (folder: string) => Promise<Served>
}

/** A clock that stands at `start` now and runs on; `file` is where the library reads how far off it is. */
export function wallClock(file: string, start: number): WallClock {
  const offset = { ms: 0 }
  const now = () => Date.now() + offset.ms
  const set = (at: number) => {
    offset.ms = at - Date.now()
    // Whole or not at all: a clock half written would be a jump of its own.
    writeFileSync(`${file}.next`, `${offset.ms < 0 ? '-' : '+'}${Math.abs(offset.ms) / 1_000}\n`)
    renameSync(`${file}.next`, file)
  }
  set(start)
  const env = {
    LD_PRELOAD: faketimeLibrary ?? '',
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
    TZ: 'Europe/London',
    LANG: 'en_GB.UTF-8',
  }
  return { now, set, move: (by) => set(now() + by), serve: (folder) => serveIn(env, folder) }
}
