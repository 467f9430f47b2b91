import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron, whyNoWindow } from '../../electron/electron-program'
import { api } from '../../shared/api/index'
import { pageLook, scriptInPage, whenShown } from './in-page'
import type { NoteSeen, Running, Watch } from './running'

/** Electron's real program where it can run here, or why it cannot. */
export function realElectron(): { readonly program: string } | { readonly missing: string } {
  const program = findElectron(process.cwd())
  if (program === null) return { missing: 'its program is not in node_modules/electron' }
  const reason = whyNoWindow(process.platform, process.env, process.getuid?.() === 0)
  return reason === null ? { program } : { missing: `this machine shows no window (${reason})` }
}

/** The real thing: the shipped program in Electron's own, with its own windows. */
export async function startElectron(
  folder: string,
  options: readonly string[],
  watch: Watch,
): Promise<Running> {
  const real = realElectron()
  if ('missing' in real) throw new Error(`Electron cannot run: ${real.missing}.`)
  const args = ['.', '--data', folder, ...options]
  const app = await _electron.launch({
    ...pageLook,
    executablePath: real.program,
    args,
    env: { ...homeIn(folder) },
  })
  await recordNotes(app)
  app.on('window', (page) => void watch(page))
  const first = async () => whenShown(await app.firstWindow())
  const again = (more: readonly string[]) => runToItsEnd(real.program, [...args, ...more], folder)
  return {
    folder,
    origin: 'app://kept',
    open: first,
    openAnother: () => openAnother(app),
    script: async () => scriptInPage(await first()),
    startAgain: () => again([]),
    follow: async (place) => void (await again([`kept://${place}`])),
    quickLog: () => app.evaluate(chooseQuickLog),
    copied: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    notes: () => app.evaluate(() => (globalThis as unknown as Recorded).notesSeen()),
    answerNote: (title, button) => app.evaluate(answerNote, { title, button }),
    frame: {
      minimize: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize()),
      isInFront: () =>
        app.evaluate(({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows()
          return window !== undefined && window.isVisible() && !window.isMinimized()
        }),
    },
    stop: () => app.close(),
    async kill() {
      app.process().kill('SIGKILL')
      await once(app.process(), 'exit')
    },
  }
}

/** What programs set for a user (start at login) stays in the journey's own folder. */
const homeIn = (folder: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  XDG_CONFIG_HOME: `${folder}/home`,
})

type Shown = NoteSeen & {
  emit: (event: string, ...input: unknown[]) => void
  readonly actions: { text?: string }[]
}
type Recorded = { notesSeen: () => NoteSeen[]; notesShown: Shown[] }

/** Notes are recorded instead of shown: what the system makes of them is for somebody's eyes. */
const recordNotes = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Notification }) => {
    const notesShown: Shown[] = []
    const notesSeen = () =>
      notesShown.map(({ title, body, actions }) => ({
        title,
        body,
        acts: actions.map(({ text = '' }) => text),
      }))
    Object.assign(globalThis, { notesSeen, notesShown })
    Object.assign(Notification, { isSupported: () => true })
    Object.assign(Notification.prototype, {
      show(this: Shown) {
        notesShown.push(this)
        this.emit('show', {})
      },
    })
  })

type Asked = { readonly title: string; readonly button: string | null }

function answerNote(_: unknown, { title, button }: Asked): void {
  const shown = (globalThis as unknown as Recorded).notesShown
  const note = shown.findLast((each) => each.title === title)
  const actionIndex = note?.actions.findIndex(({ text }) => text === button) ?? -1
  if (note === undefined || (button !== null && actionIndex < 0))
    throw new Error(`No note says “${title}” with “${button}”.`)
  if (button === null) note.emit('click', {})
  else note.emit('action', { actionIndex, selectionIndex: -1 }, actionIndex, -1)
}

/** A shortcut of the whole system cannot be pressed from here; the menu's entry does the same. */
function chooseQuickLog({ Menu }: typeof Electron.CrossProcessExports): void {
  const inMenu = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
    (menu?.items ?? []).flatMap((item) => [item, ...inMenu(item.submenu)])
  const entry = inMenu(Menu.getApplicationMenu()).find(({ label }) => /quick log/i.test(label))
  if (entry === undefined) throw new Error('No menu has the quick log.')
  entry.click()
}

async function openAnother(app: ElectronApplication): Promise<Page> {
  const opening = app.waitForEvent('window')
  await scriptInPage(await app.firstWindow()).ask(api.windows.open, {})
  return whenShown(await opening)
}

async function runToItsEnd(program: string, args: readonly string[], folder: string) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: homeIn(folder) })
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => words.push(text.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said: words.join('') }
}
