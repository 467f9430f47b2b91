import { join } from 'node:path'
import { readPage } from './api/page'
import type { Backend } from './api/backend'
import type { Clock, Shell } from './api/ports'
import { systemClock } from './clock'
import { serveLoopback, type Loopback } from './loopback/server'
import { createSessions } from './loopback/session'
import { logOf } from './log'
import { openOrOfferWaysOut } from './offer-ways-out'
import type { Options } from './options'
import { programFolder, type Place } from './paths'

/** Kept while it is served to browsers of this computer. */
export type Serving = {
  /** A new one-time link to a window: good for a minute and for one use. */
  readonly makeLink: () => string
  readonly close: () => Promise<void>
}

/** What is served: which store, on which port, and by which Kept. */
export type ServeParts = { readonly options: Options; readonly place: Place; readonly version: string }

/**
 * Opens Kept and serves it on 127.0.0.1. Refuses what openStore refuses, but serves the ways out where the store is
 * missing; and E_PORT_TAKEN.
 */
export async function serve(parts: ServeParts): Promise<Serving> {
  const state: Served = { clock: systemClock }
  const log = logOf(parts.place)
  const { backend, kept } = await openOrOfferWaysOut({ ...parts, log, shell: browserShell(state) })
  state.backend = backend
  const files = readPage(join(programFolder(), 'dist', 'renderer'))
  const clock = { now: () => kept()?.clock.now() ?? systemClock.now() }
  state.clock = clock
  const served = {
    backend,
    files,
    sessions: createSessions(),
    clock,
    language: 'en',
    onTurnedAway: log.note,
  } as const
  try {
    const loopback = await serveLoopback(served, parts.options.port ?? 0)
    state.loopback = loopback
    kept()?.notePort(loopback.port)
    const close = async () => {
      await loopback.close()
      await kept()?.close()
    }
    return { makeLink: loopback.makeLink, close }
  } catch (error) {
    await kept()?.close()
    throw error
  }
}

/** What the shell of the browser needs, as it comes to be there. */
type Served = { clock: Clock; backend?: Backend; loopback?: Loopback }

/** Windows are links, and notes are shown by whichever browser has a window open. */
const browserShell = (state: Readonly<Served>): Shell => ({
  openWindow: async () => state.loopback?.makeLink() ?? null,
  async showNotes(notes) {
    for (const note of notes) state.backend?.push({ kind: 'note', now: state.clock.now(), note })
  },
  desk: null,
})
