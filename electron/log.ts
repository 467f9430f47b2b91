import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Instant } from '../shared/lib/time'
import type { Fault } from './api/ports'

const largestFile = 1024 * 1024

/** What happened, for whoever has to mend it: names, codes and places in the code, never what people wrote. */
export type Log = {
  readonly fault: (fault: Fault) => void
  readonly note: (what: string) => void
}

/** A log in a file of the user's own; a file of more than 1 MB is set aside at start as `.old`. */
export function openLog(file: string, now: () => Instant): Log {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  if (existsSync(file) && statSync(file).size > largestFile) renameSync(file, `${file}.old`)
  const write = (text: string) =>
    appendFileSync(file, `${new Date(now()).toISOString()} ${text}\n`, { mode: 0o600 })
  return {
    note: write,
    fault: ({ request, error }) => write(`fault in ${request}: ${detailOf(error)}`),
  }
}

/** An error's own words may quote what was typed, so only its kind, its code and where it came from are told. */
function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...frames].join('\n')
}
