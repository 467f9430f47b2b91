import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { DeskMemory, RememberedPlace, usualDesk } from '../shared/domain/desk'
import { Refusal } from '../shared/lib/refusal'
import { say } from '../shared/words/say'
import { readPage } from './api/page'
import type { Clock } from './api/ports'
import { sentenceOf } from './api/reply'
import { systemClock } from './clock'
import { askOf } from './desktop/ask'
import { readStart } from './desktop/deep-link'
import { createDesktop, wakeWithComputer } from './desktop/desktop'
import { endInOrder } from './desktop/ending'
import { createEntrance, type Entrance } from './desktop/entrance'
import { guardPages } from './desktop/guards'
import { introduce, wasStartedAtLogin } from './desktop/identity'
import { connectWindows } from './desktop/ipc'
import type { Restart } from './desktop/login'
import { registerScheme, setUpSession } from './desktop/session'
import { startHidden } from './desktop/start-hidden'
import { offerUpdates } from './desktop/updater-program'
import { exitCodeOf } from './exit-code'
import { hearFaults, ignoreDeafTerminal } from './faults'
import type { KeptParts } from './kept'
import { logOf } from './log'
import { isWritable, memoryIn } from './memory-file'
import { openOrOfferWaysOut, type Opened } from './offer-ways-out'
import { readOptions, type Options } from './options'
import { placeOf, programFolder, programVersion } from './paths'

/* Kept in a window of its own: the same backend as in the browser, behind the bridge of preload.ts. */

const { platform } = process
const root = programFolder()

type Parts = Omit<KeptParts, 'shell'>

async function start(): Promise<void> {
  const wished = readStart(process.argv.slice(app.isPackaged ? 1 : 2))
  const entrance = createEntrance(wished.place)
  const options = readOptions(wished.options, process.env['INIT_CWD'] ?? process.cwd())
  const place = placeOf(options.folder, options.sample, { platform, home: homedir(), env: process.env })
  const log = logOf(place)
  hearFaults(process, log, giveUp)
  const folder = join(place.folder, 'window')
  app.setPath('userData', folder)
  // Where nothing can be written there is no lock either; opening the store says why.
  if (isWritable(folder) && !app.requestSingleInstanceLock()) return app.exit(0)
  introduce(platform, app.isPackaged)
  guardPages(log.note)
  await app.whenReady()
  setUpSession(readPage(join(root, 'dist', 'renderer')))
  await show(
    { options, place, version: programVersion(root), log },
    entrance,
    wished.isHidden || wasStartedAtLogin(platform),
  )
}

async function show(parts: Parts, entrance: Entrance, isHidden: boolean): Promise<void> {
  const late: { opened?: Opened } = {}
  const clock = { now: () => late.opened?.kept()?.clock.now() ?? systemClock.now() }
  const desktop = desktopOf(parts, clock, () => opening)
  const opening = openOrOfferWaysOut({ ...parts, shell: desktop.shell })
  const { backend, kept } = (late.opened = await opening)
  connectWindows({ backend, clock, note: parts.log.note })
  desktop.begin(backend)
  wakeWithComputer(() => kept()?.wake())
  endInOrder({
    staysInTray: async () => kept() !== null && (await desktop.staysInTray()),
    close: async () => kept()?.close(),
    note: parts.log.note,
  })
  const wish = entrance.leadTo(desktop.windows.raise)
  if (isHidden && !wish.isWished) return startHidden(desktop.windows, desktop.hasTray)
  desktop.windows.open(wish.place)
}

/** The desktop is there before the store: what it asks waits until the store is open. */
function desktopOf({ place, options, log }: Parts, clock: Clock, opening: () => Promise<Opened>) {
  const folder = join(place.folder, 'window')
  return createDesktop({
    platform,
    isPackaged: app.isPackaged,
    built: join(root, 'dist', 'electron'),
    restart: restartOf(options),
    place: memoryIn(join(folder, 'place.json'), RememberedPlace, null),
    desk: memoryIn(join(folder, 'desk.json'), DeskMemory, usualDesk),
    ask: askOf({ answer: async (name, input) => (await opening()).backend.answer(name, input) }),
    clock,
    note: log.note,
    offerUpdates: (onChange) =>
      offerUpdates(
        { root, isPackaged: app.isPackaged, isClockSet: options.startsAt !== null },
        { clock, note: log.note, onChange },
      ),
  })
}

/** A sample or a clock set by hand is for looking around, not for every morning. */
function restartOf({ sample, startsAt, folder }: Options): Restart | null {
  if (sample !== null || startsAt !== null) return null
  const program = process.env['APPIMAGE'] ?? process.execPath
  return {
    program: app.isPackaged ? [program] : [program, root],
    options: folder === null ? [] : [`--data=${folder}`],
  }
}

/** Says on the screen and in the terminal why Kept ends, and ends; where a fault of its own happened the terminal only. */
function giveUp(error: unknown): void {
  const refusal = error instanceof Refusal ? error : new Refusal('internal', 'E_INTERNAL')
  const sentence = sentenceOf(refusal, 'en')
  process.stderr.write(`${sentence}\n`)
  if (refusal !== error) process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`)
  dialog.showErrorBox(say('app.name'), sentence)
  app.exit(exitCodeOf(refusal))
}

ignoreDeafTerminal()
registerScheme()
app.enableSandbox()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
start().catch(giveUp)
