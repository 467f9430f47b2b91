import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { connect, type Channel } from './channel'
import { openPages, type Pages } from './pages'
import type { Seen } from './seen'
import type { Surroundings } from './test-end'

export type { Seen } from './seen'

/** The shipped main program, its `electron` being the stand-in and its windows pages of the test's own browser. */
export type StandIn = {
  readonly pages: Pages
  /** The page of the first window, once it has loaded; fails with what the program said where it ended instead. */
  readonly firstPage: () => Promise<Page>
  /** Everything there is to see beside the pages: notes, tray, badge, windows, what was opened. */
  readonly look: () => Promise<Seen>
  /** Does what a person or the system does: `clickNote`, `press`, `power`, `chooseInTray`, `closeWindow` … */
  readonly act: (what: string, ...input: readonly unknown[]) => Promise<void>
  /** Asks the stand-in for anything it answers. */
  readonly ask: Channel['ask']
  /** What message boxes and file dialogs are answered with from now on. */
  readonly answerWith: (answers: { readonly button?: string; readonly file?: string }) => void
  /** Starts the program again, as a deep link or an impatient hand does, and gives how that one ended. */
  readonly startAgain: (
    ...args: readonly string[]
  ) => Promise<{ readonly code: number | null; readonly said: string }>
  readonly isOver: () => boolean
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
}

export type StandInOptions = {
  /** Where the system keeps what programs set: start at login, where windows were. */
  readonly home: string
  readonly surroundings?: Surroundings
  readonly watch?: (page: Page) => Promise<void>
}

/** Starts the built program over the stand-in. */
export function startStandIn(browser: Browser, args: readonly string[], options: StandInOptions): StandIn {
  const answers: { button?: string; file?: string } = {}
  const pages: Pages = openPages(browser, () => run.channel, options.watch ?? (async () => undefined))
  const run = runProgram(args, options.home, options.surroundings ?? {}, {
    load: pages.load,
    hear: pages.hear,
    close: pages.close,
    crash: pages.crash,
    answerBox: () => answers.button ?? null,
    answerSave: () => answers.file ?? null,
  })
  const { channel, child } = run
  const end = async (signal: NodeJS.Signals) => {
    if (!run.isOver()) child.kill(signal)
    await run.ended
    await pages.end()
  }
  return {
    pages,
    firstPage: () => Promise.race([firstOf(pages), run.failed]),
    look: () => channel.ask<Seen>('look'),
    act: (what, ...input) => channel.ask<void>(what, ...input),
    ask: channel.ask,
    answerWith: (more) => void Object.assign(answers, more),
    async startAgain(...more) {
      const second = runProgram(
        [...args, ...more],
        options.home,
        { isSecond: true },
        {
          second: (argv: string[], folder: string, data: object) =>
            channel.ask('startedAgain', argv, folder, data),
        },
      )
      return { code: await second.ended, said: second.said() }
    },
    isOver: run.isOver,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

async function firstOf(pages: Pages): Promise<Page> {
  for (;;) {
    const [page] = pages.open.values()
    if (page !== undefined && !page.url().startsWith('about:')) {
      await page.waitForLoadState()
      return page
    }
    await new Promise((resume) => setTimeout(resume, 20))
  }
}

/** One process of the program. */
function runProgram(
  args: readonly string[],
  home: string,
  surroundings: Surroundings,
  answers: Parameters<typeof connect>[1] extends () => infer A ? A : never,
) {
  const register = join('e2e', 'stand-in', 'register.ts')
  const program = join('dist', 'electron', 'main.js')
  const child = spawn(process.execPath, ['--import', `./${register}`, program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      PATH: `${sessionBus(home, surroundings.hasTray !== false)}${delimiter}${process.env['PATH'] ?? ''}`,
      XDG_CONFIG_HOME: home,
      KEPT_STAND_IN: JSON.stringify(surroundings),
    },
  })
  const words: string[] = []
  child.stderr?.on('data', (text: Buffer) => words.push(text.toString()))
  const channel: Channel = connect(child, () => answers)
  const state = { isOver: false }
  const ended = once(child, 'exit').then(([code]) => {
    state.isOver = true
    channel.end(`Kept has ended (${code}). ${words.join('')}`)
    return code as number | null
  })
  const failed = ended.then((code) => {
    throw new Error(`Kept has ended (${code}). ${words.join('')}`)
  })
  failed.catch(() => undefined)
  return { child, channel, ended, failed, said: () => words.join(''), isOver: () => state.isOver }
}

/** On Linux a desktop is asked over its message bus whether it shows a tray; this one answers for the test. */
function sessionBus(home: string, hasTray: boolean): string {
  const folder = join(home, 'bin')
  mkdirSync(folder, { recursive: true })
  const answer = hasTray ? 'echo "variant boolean true"' : 'exit 1'
  writeFileSync(join(folder, 'dbus-send'), `#!/bin/sh\n${answer}\n`, { mode: 0o755 })
  return folder
}
