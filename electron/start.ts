import { homedir } from 'node:os'
import { createInterface } from 'node:readline'
import { Refusal } from '../shared/lib/refusal'
import { say } from '../shared/words/say'
import { sentenceOf } from './api/reply'
import { readStart } from './desktop/deep-link'
import { fetchElectron, findElectron, runElectron, whyNoWindow, type NoWindow } from './electron-program'
import { exitCodeOf } from './exit-code'
import { ignoreDeafTerminal } from './faults'
import { openBrowser } from './open-browser'
import { readOptions, type Options } from './options'
import { placeOf, programFolder, programVersion } from './paths'
import { serve, type Serving } from './serve'

/*
 * What `npm start` runs: a window of its own where Electron can be had, otherwise the same Kept in the browser.
 * Exit codes: 0 at the end or where Kept is open already, 1 where it cannot start, 2 for options it does not know.
 */

const args = process.argv.slice(2)
const root = programFolder()

const sayLine = (line: string) => process.stdout.write(`${line}\n`)
const sayTrouble = (line: string) => process.stderr.write(`${line}\n`)

/** Shows Kept in its own window and gives the exit code, or says why there can be none. */
async function showWindow(): Promise<number | NoWindow> {
  const reason = whyNoWindow(process.platform, process.env, process.getuid?.() === 0)
  if (reason !== null) return reason
  const program = findElectron(root) ?? (await fetchElectron(root, () => sayLine(say('start.fetching'))))
  return program === null
    ? 'start.noElectron'
    : ((await runElectron(program, root, args)) ?? 'start.windowFailed')
}

async function serveToBrowser(options: Options): Promise<void> {
  const place = placeOf(options.folder, options.sample, {
    platform: process.platform,
    home: homedir(),
    env: process.env,
  })
  const serving = await serve({ options, place, version: programVersion(root) })
  const link = serving.makeLink()
  endOnSignals(serving)
  sayLine(say('start.ready', { link }))
  createInterface({ input: process.stdin }).on('line', () =>
    sayLine(say('start.ready', { link: serving.makeLink() })),
  )
  if (options.opensBrowser && !(await openBrowser(link))) sayTrouble(say('start.noBrowser'))
}

function endOnSignals(serving: Serving): void {
  const end = () => void serving.close().finally(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
}

async function start(): Promise<void> {
  // Links are for a window of its own, which is given all arguments; in a browser the address bar leads anywhere.
  const options = readOptions(readStart(args).options, process.env['INIT_CWD'] ?? process.cwd())
  if (!options.isBrowser) {
    const shown = await showWindow()
    if (typeof shown === 'number') process.exit(shown)
    sayLine(say(shown))
  }
  await serveToBrowser(options)
}

/** One sentence and an exit code; a fault of Kept's own shows where it happened as well. */
function giveUp(error: unknown): never {
  const refusal = error instanceof Refusal ? error : new Refusal('internal', 'E_INTERNAL')
  sayTrouble(sentenceOf(refusal, 'en'))
  if (refusal !== error) sayTrouble(String(error instanceof Error ? error.stack : error))
  process.exit(exitCodeOf(refusal))
}

ignoreDeafTerminal()
await start().catch(giveUp)
