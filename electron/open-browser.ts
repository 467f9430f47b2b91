import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** As long as the link in it is good. */
const fileLives = 60_000

/** How each system opens a file with the program that goes with it. */
const openers: Readonly<Partial<Record<NodeJS.Platform, (file: string) => readonly [string, ...string[]]>>> =
  {
    darwin: (file) => ['open', file],
    win32: (file) => ['cmd', '/c', 'start', '', file],
  }

/** A page that only forwards, readable by the user alone: a link on a command line could be read by everybody. */
export function writeForwardingFile(link: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'))
  const file = join(folder, 'kept.html')
  const page = `<!doctype html><meta charset="utf-8"><title>Kept</title><meta http-equiv="refresh" content="0;url=${link}">\n`
  writeFileSync(file, page, { mode: 0o600 })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  setTimeout(remove, fileLives).unref()
  process.once('exit', remove)
  return file
}

/** Opens the user's browser on a link; false where there is no program that could. */
export function openBrowser(link: string): Promise<boolean> {
  const file = writeForwardingFile(link)
  const [program, ...args] = (openers[process.platform] ?? ((path: string) => ['xdg-open', path] as const))(
    file,
  )
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
    child.once('spawn', () => setTimeout(() => resolve(true), 3_000).unref())
    child.unref()
  })
}
