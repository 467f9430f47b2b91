import { join } from 'node:path'
import { app, Menu, nativeImage, Tray, type NativeImage } from 'electron'
import { api } from '../../shared/api/index'
import { minute } from '../../shared/lib/time'
import { say } from '../../shared/words/say'
import type { Backend } from '../api/backend'
import type { Clock } from '../api/ports'
import type { Ask } from './ask'
import { dayInShort, quietWords } from './day'
import { trayIcon, trayMenu, type TrayActs, type TrayView } from './tray-menu'

/** What the tray is kept with. */
export type TrayParts = {
  readonly backend: Pick<Backend, 'onPush'>
  readonly ask: Ask
  readonly clock: Clock
  /** Where the icons are; one that is missing leaves its place empty. */
  readonly icons: string
  readonly open: TrayActs['open']
  readonly quit: () => void
  readonly note: (what: string) => void
}

const noDay: TrayView = { day: null, quietChoices: [], quietUntil: null }

/**
 * Keeps the tray, and the badge where the system has one, in step with the day: after every change and every minute.
 * Gives false where this system has no tray; the badge is kept all the same.
 */
export function keepTray(parts: TrayParts): boolean {
  const tray = makeTray(parts)
  const quiet = (until: number | null) => void parts.ask(api.reminders.quiet, { until })
  const acts: TrayActs = { open: parts.open, quit: parts.quit, quiet }
  const state = { round: 0, shown: '' }
  const showNew = (view: TrayView) => {
    const seen = JSON.stringify(view)
    // A menu that is open would close under the pointer.
    if (seen !== state.shown) show(tray, view, acts, parts.icons)
    state.shown = seen
  }
  const refresh = async () => {
    const round = (state.round += 1)
    const view = await viewOf(parts)
    // Of two looks at once the later one is newer, whichever is answered first.
    if (round === state.round) showNew(view)
  }
  showNew(noDay)
  parts.backend.onPush((push) => (push.kind === 'changed' ? void refresh() : undefined))
  setInterval(() => void refresh(), minute)
  tray?.on('click', () => (process.platform === 'darwin' ? undefined : parts.open(null)))
  void refresh()
  return tray !== null
}

function makeTray({ icons, note }: TrayParts): Tray | null {
  try {
    return new Tray(iconIn(icons, 0))
  } catch {
    note('there is no tray on this system')
    return null
  }
}

const iconIn = (icons: string, waiting: number): NativeImage =>
  nativeImage.createFromPath(join(icons, trayIcon(waiting, process.platform)))

async function viewOf({ ask, clock }: TrayParts): Promise<TrayView> {
  const today = await ask(api.today.show, {})
  if (today === null) return noDay
  const [choices, settings] = [await ask(api.reminders.quietChoices, {}), await ask(api.reminders.show, {})]
  const now = clock.now()
  const until = settings?.quietUntil ?? null
  return {
    day: dayInShort(today, now),
    quietChoices: choices ?? [],
    quietUntil: until !== null && until > now ? quietWords(until, now, today.zone) : null,
  }
}

function show(tray: Tray | null, view: TrayView, acts: TrayActs, icons: string): void {
  const waiting = view.day?.waiting ?? 0
  // Windows has no such badge; there the number is in the tray alone.
  if (process.platform !== 'win32') app.setBadgeCount(waiting)
  if (tray === null || tray.isDestroyed()) return
  tray.setImage(iconIn(icons, waiting))
  if (process.platform === 'darwin') tray.setTitle(waiting === 0 ? '' : String(waiting))
  tray.setToolTip(say('tray.tooltip', { summary: view.day?.summary ?? say('tray.clear') }))
  tray.setContextMenu(Menu.buildFromTemplate([...trayMenu(view, acts)]))
}
