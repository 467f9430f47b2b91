import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { Refusal } from '../shared/lib/refusal'
import { say } from '../shared/words/say'
import { readPage } from './api/page'
import type { Shell } from './api/ports'
import { sentenceOf } from './api/reply'
import { systemClock } from './clock'
import { connectWindows } from './desktop/ipc'
import { guardPages, registerScheme, setUpSession } from './desktop/session'
import { openWindow, raiseWindow } from './desktop/window'
import type { KeptParts } from './kept'
import { logOf } from './log'
import { openOrOfferWaysOut } from './offer-ways-out'
import { exitCodeOf } from './exit-code'
import { readOptions } from './options'
import { placeOf, programFolder, programVersion } from './paths'

/* Kept in a window of its own: the same backend as in the browser, behind the bridge of preload.ts. */

const root = programFolder()
const preload = join(root, 'dist', 'electron', 'preload.js')

async function start(): Promise<void> {
  const options = readOptions(
    process.argv.slice(app.isPackaged ? 1 : 2),
    process.env['INIT_CWD'] ?? process.cwd(),
  )
  const place = placeOf(options.folder, options.sample, {
    platform: process.platform,
    home: homedir(),
    env: process.env,
  })
  app.setPath('userData', join(place.folder, 'window'))
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  app.on('second-instance', raiseWindow)
  await app.whenReady()
  setUpSession(readPage(join(root, 'dist', 'renderer')))
  await show({ options, place, version: programVersion(root) })
}

async function show(parts: Omit<KeptParts, 'shell' | 'log'>): Promise<void> {
  const shell: Shell = {
    async openWindow() {
      openWindow(preload)
      return null
    },
    showNotes: () => Promise.reject(new Refusal('unreachable', 'E_NOTIFY_UNAVAILABLE')),
    desk: null,
  }
  const { backend, kept } = await openOrOfferWaysOut({
    ...parts,
    log: logOf(parts.place),
    shell,
  })
  connectWindows(backend, { now: () => kept()?.clock.now() ?? systemClock.now() })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void Promise.resolve(kept()?.close()).finally(() => app.exit(0))
  })
  openWindow(preload)
}

/** Says why there is no window, on the screen and in the terminal, and ends. */
function giveUp(error: unknown): void {
  const refusal = error instanceof Refusal ? error : new Refusal('internal', 'E_INTERNAL')
  const sentence = sentenceOf(refusal, 'en')
  process.stderr.write(`${sentence}\n`)
  dialog.showErrorBox(say('app.name'), sentence)
  app.exit(exitCodeOf(refusal))
}

registerScheme()
guardPages()
app.enableSandbox()
app.on('window-all-closed', () => app.quit())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
start().catch(giveUp)
