import type { Browser, Page } from '@playwright/test'
import { api } from '../../shared/api/index'
import { startStandIn, type StandIn } from '../stand-in/driver'
import type { Surroundings } from '../stand-in/test-end'
import { scriptInPage, whenShown } from './in-page'
import type { Running, Watch } from './running'

/** The quick log's shortcut, as the program registers it. */
const isQuickLog = (accelerator: string) => /K$/i.test(accelerator)

/** The shipped main program over the stand-in of Electron. */
export function startOverStandIn(
  browser: Browser,
  folder: string,
  options: readonly string[],
  { watch, surroundings = {} }: { readonly watch: Watch; readonly surroundings?: Surroundings },
): Running & { readonly standIn: StandIn } {
  const args = ['--data', folder, ...options]
  const standIn = startStandIn(browser, args, { home: `${folder}/home`, watch, surroundings })
  return {
    standIn,
    folder,
    origin: 'https://kept.invalid',
    open: async () => whenShown(await standIn.firstPage()),
    openAnother: () => openAnother(standIn),
    script: async () => scriptInPage(await standIn.firstPage()),
    startAgain: () => standIn.startAgain(),
    follow: async (place) => void (await standIn.startAgain(`kept://${place}`)),
    async quickLog() {
      const { shortcuts } = await standIn.look()
      await standIn.act('press', shortcuts.find(isQuickLog))
    },
    copied: async () => (await standIn.firstPage()).evaluate(() => navigator.clipboard.readText()),
    notes: async () => (await standIn.look()).notes,
    answerNote: (title, button) => answerNote(standIn, title, button),
    frame: {
      minimize: () => standIn.act('window', 1, 'minimize'),
      async isInFront() {
        const [window] = (await standIn.look()).windows
        return window !== undefined && window.isVisible && window.isFocused && !window.isMinimized
      },
    },
    stop: standIn.stop,
    kill: standIn.kill,
  }
}

async function openAnother(standIn: StandIn): Promise<Page> {
  const before = new Set(standIn.pages.open.values())
  await scriptInPage(await standIn.firstPage()).ask(api.windows.open, {})
  for (;;) {
    const made = [...standIn.pages.open.values()].find((page) => !before.has(page))
    if (made !== undefined && !made.url().startsWith('about:')) return whenShown(made)
    await new Promise((resume) => setTimeout(resume, 20))
  }
}

async function answerNote(standIn: StandIn, title: string, button: string | null): Promise<void> {
  const note = (await standIn.look()).notes.findLast((each) => each.title === title)
  if (note === undefined) throw new Error(`No note says “${title}”.`)
  if (button === null) return standIn.act('clickNote', note.at)
  if (!note.acts.includes(button)) throw new Error(`“${title}” has no button “${button}”.`)
  await standIn.act('actOnNote', note.at, note.acts.indexOf(button))
}
