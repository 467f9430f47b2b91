import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { serve } from '../kept'
import { openScript } from '../script'
import { pageLook, whenShown } from './in-page'
import type { NoteSeen, Running, Watch } from './running'

/** Kept as it is served to the test's browser. */
export async function startLoopback(
  browser: Browser,
  folder: string,
  options: readonly string[],
  watch: Watch,
): Promise<Running> {
  const kept = await serve(folder, ...options)
  const pages: Page[] = []
  const openAt = async (link: string) => {
    const page = await openPage(browser, link, watch)
    pages.push(page)
    return page
  }
  const latest = () => {
    const page = pages.at(-1)
    if (page === undefined) throw new Error('No window is open.')
    return page
  }
  return {
    folder,
    origin: kept.origin,
    open: () => openAt(kept.link),
    openAnother: async () => openAt(await kept.newLink()),
    script: () => openScript(kept),
    startAgain: () => runToItsEnd(folder, options),
    follow: async (place) =>
      void (await latest().evaluate((to) => (window.location.hash = to), `#/${place}`)),
    quickLog: () => latest().keyboard.press('Control+k'),
    copied: () => latest().evaluate(() => navigator.clipboard.readText()),
    notes: () => latest().evaluate(() => (window as unknown as Recorded).notesSeen()),
    answerNote: (title) => latest().evaluate((of) => (window as unknown as Recorded).clickNote(of), title),
    frame: null,
    stop: kept.stop,
    kill: kept.kill,
  }
}

async function openPage(browser: Browser, link: string, watch: Watch): Promise<Page> {
  const context = await browser.newContext({
    ...pageLook,
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write', 'notifications'],
  })
  const page = await context.newPage()
  await page.addInitScript(recordNotes)
  await watch(page)
  await page.goto(link)
  return whenShown(page)
}

type Recorded = { notesSeen: () => NoteSeen[]; clickNote: (title: string) => void }

/** The browser's own notes, which have no buttons, as they were shown. */
function recordNotes(): void {
  const seen: Notification[] = []
  class RecordedNote extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options)
      seen.push(this)
    }
  }
  const notesSeen = () => seen.map(({ title, body }) => ({ title, body, acts: [] }))
  const clickNote = (of: string) =>
    seen.findLast(({ title }) => title === of)?.dispatchEvent(new Event('click'))
  Object.assign(window, { Notification: RecordedNote, notesSeen, clickNote })
}

async function runToItsEnd(folder: string, options: readonly string[]) {
  const program = join('dist', 'electron', 'start.js')
  const args = [program, '--browser', '--no-open', '--data', folder, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => words.push(text.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said: words.join('') }
}
