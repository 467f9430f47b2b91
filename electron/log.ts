import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '../shared/lib/time'
import type { Fault } from './api/ports'
import { systemClock } from './clock'
import type { Place } from './paths'

const largestFile = 1024 * 1024

/** What happened, for whoever has to mend it: names, codes and places in the code, never what people wrote. */
export type Log = {
  readonly fault: (fault: Fault) => void
  readonly note: (what: string) => void
}

/**
 * A log in a file of the user's own, made with its first line; one of more than 1 MB is set aside as `.old`. What
 * cannot be written there goes to the terminal: a full disk must not turn an answer into a fault.
 */
export function openLog(file: string, now: () => Instant): Log {
  const write = (text: string) => {
    const line = `${new Date(now()).toISOString()} ${text}\n`
    try {
      makeRoom(file)
      appendFileSync(file, line, { mode: 0o600 })
    } catch {
      process.stderr.write(line)
    }
  }
  return {
    note: write,
    fault: ({ request, error }) => write(`fault in ${request}: ${detailOf(error)}`),
  }
}

/** The log of a store lies beside it. */
export const logOf = ({ folder }: Place): Log => openLog(join(folder, 'log', 'kept.log'), systemClock.now)

function makeRoom(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (existsSync(file) && statSync(file).size > largestFile) renameSync(file, `${file}.old`)
}

/** An error's own words may quote what was typed, so only its kind, its code and where it came from are told. */
function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...frames].join('\n')
}
