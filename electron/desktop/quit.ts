import { app, dialog } from 'electron'
import { api } from '../../shared/api/index'
import { say } from '../../shared/words/say'
import type { Clock } from '../api/ports'
import type { Ask } from './ask'
import { untoldToday } from './day'

/** So much is named; the rest is counted. */
const namedAtMost = 6

/** What ends Kept from the tray. Who chooses it again while the question stands is not asked twice. */
export function createQuit(ask: Ask, clock: Clock): () => void {
  const state: { asking: Promise<void> | null } = { asking: null }
  const done = () => void (state.asking = null)
  return () => void (state.asking ??= quitFromTray(ask, clock).finally(done))
}

/** Ends Kept; where something falls due today that nobody would be told of, it is named first. */
export async function quitFromTray(ask: Ask, clock: Clock): Promise<void> {
  const today = await ask(api.today.show, {})
  const untold = today === null ? [] : untoldToday(today, clock.now())
  if (untold.length === 0 || (await isSure(untold))) app.quit()
}

async function isSure(untold: readonly string[]): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: say('quit.title'),
    detail: say('quit.some', { list: listOf(untold) }),
    buttons: [say('quit.quit'), say('quit.keep')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** What is not told of, a line each. */
export function listOf(untold: readonly string[]): string {
  const more = untold.length - namedAtMost
  const lines = untold.slice(0, namedAtMost).map((text) => `• ${text}`)
  return [...lines, ...(more > 0 ? [say('quit.more', { n: more })] : [])].join('\n')
}
