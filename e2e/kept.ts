import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Kept as it is served to a browser, in a process of its own. */
export type Served = {
  /** The link that was printed, one-time code and all. */
  readonly link: string
  readonly origin: string
  readonly folder: string
  /** Presses Enter in the terminal: a new link, good for another window or script. */
  readonly newLink: () => Promise<string>
  /** Stops or continues it as a system does. */
  readonly signal: (signal: 'SIGSTOP' | 'SIGCONT') => void
  /** Ends it as a user would; the store is closed. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
}

/** The clock of the sample business: Tuesday 24 November 2026, 10:40 in London. */
export const sampleNow = '2026-11-24T10:40'

/** A folder of its own for one journey; `remove` takes it away again. */
export function freshFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'kept-e2e-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts the built Kept on a folder and waits for its link. Fails with what it said where it does not start. */
export const serve = (folder: string, ...options: readonly string[]): Promise<Served> =>
  serveIn({}, folder, ...options)

/** Does so in an environment that differs by these variables. */
export async function serveIn(
  env: Readonly<Record<string, string>>,
  folder: string,
  ...options: readonly string[]
): Promise<Served> {
  const program = join('dist', 'electron', 'start.js')
  const child = spawn(process.execPath, [program, '--browser', '--no-open', '--data', folder, ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const nextLink = linksOf(child)
  const link = await nextLink()
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    link,
    origin: new URL(link).origin,
    folder,
    newLink: () => {
      child.stdin.write('\n')
      return nextLink()
    },
    signal: (signal) => void child.kill(signal),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Reads one printed link after the other; what else was said is told once the program has ended. */
function linksOf(child: ChildProcessWithoutNullStreams): () => Promise<string> {
  const said: string[] = []
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return async () => {
    for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
      const link = /^Kept is at (http:\/\/127\.0\.0\.1:\d+\/#\S+)$/.exec(line.value)?.[1]
      if (link !== undefined) return link
      said.push(line.value)
    }
    if (!child.stderr.readableEnded) await once(child.stderr, 'end')
    throw new Error(`Kept did not start: ${said.join('\n')}`)
  }
}
