import type { MenuItemConstructorOptions } from 'electron'
import { say } from '../../shared/words/say'
import type { DayInShort } from './day'

/** What the tray shows; `day` is null where there is no store to ask. */
export type TrayView = {
  readonly day: DayInShort | null
  readonly quietChoices: readonly { readonly until: number; readonly label: string }[]
  /** Until when it is quiet, in words; null where it is not. */
  readonly quietUntil: string | null
}

/** What a row of the tray does: `open` shows a place of Kept in its window. */
export type TrayActs = {
  readonly open: (place: string | null) => void
  readonly quiet: (until: number | null) => void
  readonly quit: () => void
}

/** So many people are named; the others are in Today. */
const namedAtMost = 9

const line: MenuItemConstructorOptions = { type: 'separator' }

/** The tray's menu: the day in a sentence, who waits, and what can be done from anywhere. */
export const trayMenu = (view: TrayView, acts: TrayActs): readonly MenuItemConstructorOptions[] => [
  ...(view.day === null ? [] : [...dayItems(view.day, acts), line, ...doItems(view, acts), line]),
  { label: say('tray.open'), click: () => acts.open(null) },
  { label: say('tray.quit'), click: acts.quit },
]

function dayItems(day: DayInShort, { open }: TrayActs): readonly MenuItemConstructorOptions[] {
  const more = day.people.length - namedAtMost
  return [
    { label: textOf(day.summary), click: () => open('#/today') },
    ...day.people
      .slice(0, namedAtMost)
      .map(({ text, place }) => ({ label: textOf(text), click: () => open(place) })),
    ...(more > 0 ? [{ label: say('tray.more', { n: more }), click: () => open('#/today') }] : []),
  ]
}

const doItems = (view: TrayView, acts: TrayActs): readonly MenuItemConstructorOptions[] => [
  {
    label: say('tray.log'),
    accelerator: 'CommandOrControl+Shift+K',
    registerAccelerator: false,
    click: () => acts.open('#/log'),
  },
  ...quietItems(view, acts),
]

function quietItems(view: TrayView, { quiet }: TrayActs): readonly MenuItemConstructorOptions[] {
  const choices = view.quietChoices.map(({ until, label }) => ({ label, click: () => quiet(until) }))
  const until = view.quietUntil
  const end = until === null ? [] : [{ label: say('tray.quietEnd', { until }), click: () => quiet(null) }]
  return choices.length + end.length === 0
    ? []
    : [{ label: say('tray.quiet'), submenu: [...end, ...choices] }]
}

/** An ampersand in a name would mark a letter of the menu. */
const textOf = (text: string): string => text.replaceAll('&', '&&')

/** The file of the tray's icon for so many people waiting; macOS draws one shape and writes the number beside it. */
export function trayIcon(waiting: number, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'trayTemplate.png'
  if (waiting === 0) return 'tray.png'
  return waiting > namedAtMost ? 'tray-9plus.png' : `tray-${waiting}.png`
}
