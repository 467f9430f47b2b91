import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import type { AsideRow, PromiseDueRow, Today, WaitingRow } from '../../shared/domain/today'
import { minute } from '../../shared/lib/time'
import { at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'
import { askOf } from './ask'
import { dayInShort, untoldToday } from './day'
import { createQuit, listOf, quitFromTray } from './quit'
import { fakeElectron, system } from './testing'
import { keepTray } from './tray'
import { trayIcon, trayMenu, type TrayView } from './tray-menu'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

const { Tray } = fakeElectron
const now = at('Tue 2026-11-24 11:25')
const hours = (day: string) => ({ opensAt: at(`${day} 09:00`), closesAt: at(`${day} 17:30`) })

/** As in the picture of the tray: three people with the planner's four hours. */
const waiting = (waitId: number, name: string, dueAt: number, personId = waitId) =>
  ({
    waitId,
    personId,
    clientId: personId,
    name,
    ackMinutes: 240,
    dueAt,
    ownCalendar: null,
  }) as unknown as WaitingRow
const promise = (what: string, clientName: string, dueAt: number, dueOn = '2026-11-24') =>
  ({ what, clientName, dueAt, dueOn }) as unknown as PromiseDueRow
const aside = (item: AsideRow['item'], name: string, shownAt: number) =>
  ({ item, name, shownAt }) as unknown as AsideRow
const day = (rows: Partial<Today>): Today =>
  ({
    day: '2026-11-24',
    zone: 'Europe/London',
    calendar: [hours('Mon 2026-11-23'), hours('Tue 2026-11-24'), hours('Wed 2026-11-25')],
    waiting: [],
    promises: [],
    aside: [],
    isAllClear: true,
    ...rows,
  }) as unknown as Today

const picture = day({
  waiting: [
    waiting(1, 'Sofia Marchetti', at('Tue 2026-11-24 09:20')),
    waiting(2, 'Imogen Clarke', at('Tue 2026-11-24 11:55')),
    waiting(3, 'Tom Hollis', at('Tue 2026-11-24 13:55')),
  ],
  promises: [
    promise('Revised budget', 'Grace & Liam', at('Tue 2026-11-24 13:00')),
    promise('Coach times', 'Sofia & Ben', at('Tue 2026-11-24 17:30')),
    promise('A seating plan', 'Priya & Tom', at('Thu 2026-11-26 17:30'), '2026-11-26'),
  ],
})

const labels = (items: readonly MenuItemConstructorOptions[]) =>
  items.map(({ label, type }) => (type === 'separator' ? '—' : label))

describe('the day in the tray', () => {
  it('is a sentence and the people who wait, with their clocks', () => {
    expect(dayInShort(picture, now)).toEqual({
      waiting: 3,
      promises: 2,
      aside: 0,
      summary: '3 people waiting, 2 promises today',
      people: [
        { text: 'Sofia Marchetti — 2 h 05 m over', place: '#/today/wait-1' },
        { text: 'Imogen Clarke — 30 m left', place: '#/today/wait-2' },
        { text: 'Tom Hollis — 2 h 30 m left', place: '#/today/wait-3' },
      ],
    })
  })

  it('counts somebody with two conversations once, and says one and none in words', () => {
    const twice = [waiting(1, 'Tom', now + minute, 7), waiting(2, 'Tom', now + 9 * minute, 7)]
    expect(dayInShort(day({ waiting: twice }), now).summary).toBe('1 person waiting, no promises today')
    expect(dayInShort(day({}), now).summary).toBe('Nobody waiting, nothing due')
  })

  it('never says that nobody waits, or nothing is due, of what is only put aside', () => {
    const later = at('Tue 2026-11-24 14:00')
    const both = [aside('wait', 'Imogen', later), aside('update', 'Priya & Tom', later)]
    const summaryOf = (rows: Partial<Today>) => dayInShort(day(rows), now).summary

    expect(summaryOf({ aside: both, isAllClear: false })).toBe(
      'Nobody else waiting, no promises today, 2 put aside',
    )
    expect(summaryOf({ ...picture, aside: both })).toBe('3 people waiting, 2 promises today, 2 put aside')
    expect(summaryOf({ aside: [aside('extra', 'Imogen', later)] })).toBe('Nobody waiting, nothing due')
    expect(summaryOf({ isAllClear: false })).toBe('Nobody waiting, no promises today')
  })

  it('is not told of whoever was put aside and shows again before it ends', () => {
    const rows = [
      aside('wait', 'Imogen', at('Tue 2026-11-24 12:30')),
      aside('wait', 'Tom', at('Wed 2026-11-25 09:00')),
      aside('update', 'Priya & Tom', at('Tue 2026-11-24 12:00')),
    ]
    expect(untoldToday(day({ aside: rows }), now)).toEqual([
      'Imogen waits for a reply, put aside until 12:30',
    ])
  })

  it('is not told of what comes after it, nor of what is past', () => {
    expect(untoldToday(picture, now)).toEqual([
      'Imogen Clarke waits for a reply, due 11:55',
      'Revised budget, for Grace & Liam, due 13:00',
      'Tom Hollis waits for a reply, due 13:55',
      'Coach times, for Sofia & Ben, due 17:30',
    ])
  })
})

describe('the menu of the tray', () => {
  const view: TrayView = {
    day: dayInShort(picture, now),
    quietChoices: [
      { until: at('Tue 2026-11-24 13:00'), label: '13:00' },
      { until: at('Wed 2026-11-25 09:00'), label: 'tomorrow, 9:00' },
    ],
    quietUntil: null,
  }
  const done: unknown[] = []
  const acts = {
    open: (place: string | null) => void done.push(place),
    quiet: (until: number | null) => void done.push(until),
    quit: () => void done.push('quit'),
  }
  const click = (items: readonly MenuItemConstructorOptions[], label: string) => {
    const press = items.find((item) => item.label === label)?.click as unknown as () => void
    press()
    return done.pop()
  }

  it('is as in the picture', () => {
    const menu = trayMenu(view, acts)
    expect(labels(menu)).toEqual([
      '3 people waiting, 2 promises today',
      'Sofia Marchetti — 2 h 05 m over',
      'Imogen Clarke — 30 m left',
      'Tom Hollis — 2 h 30 m left',
      '—',
      'Quick log…',
      'Quiet until',
      '—',
      'Open Kept',
      'Quit (reminders stop)',
    ])
    expect(click(menu, 'Imogen Clarke — 30 m left')).toBe('#/today/wait-2')
    expect(click(menu, 'Quick log…')).toBe('#/log')
    expect(click(menu, 'Open Kept')).toBeNull()
    expect(click(menu, 'Quit (reminders stop)')).toBe('quit')
  })

  it('chooses until when it is quiet, and ends it again', () => {
    const quietIn = (shown: TrayView) =>
      trayMenu(shown, acts).find(({ label }) => label === 'Quiet until')
        ?.submenu as MenuItemConstructorOptions[]
    expect(labels(quietIn(view))).toEqual(['13:00', 'tomorrow, 9:00'])
    expect(click(quietIn(view), '13:00')).toBe(at('Tue 2026-11-24 13:00'))

    const quiet = quietIn({ ...view, quietUntil: '13:00' })
    expect(labels(quiet)[0]).toBe('No longer quiet (until 13:00)')
    expect(click(quiet, 'No longer quiet (until 13:00)')).toBeNull()
    expect(quietIn({ ...view, quietChoices: [] })).toBeUndefined()
  })

  it('names nine people and counts the others; an ampersand stays one', () => {
    const many = Array.from({ length: 12 }, (_, n) => waiting(n + 1, `Ann & Bo ${n}`, now + minute))
    const menu = trayMenu({ ...view, day: dayInShort(day({ waiting: many }), now) }, acts)
    expect(labels(menu).slice(9, 12)).toEqual(['Ann && Bo 8 — 1 m left', '3 more…', '—'])
  })

  it('is only a way in and out where there is no store to ask', () => {
    expect(labels(trayMenu({ ...view, day: null }, acts))).toEqual(['Open Kept', 'Quit (reminders stop)'])
  })

  it('has an icon for each count, and on macOS the number beside one shape', () => {
    const names = [0, 1, 9, 10, 400].map((count) => trayIcon(count, 'linux'))
    expect(names).toEqual(['tray.png', 'tray-1.png', 'tray-9.png', 'tray-9plus.png', 'tray-9plus.png'])
    expect(trayIcon(3, 'darwin')).toBe('trayTemplate.png')
  })
})

describe('the tray', () => {
  const open = {} as { test: TestBackend }
  const opened: unknown[] = []
  const noted: string[] = []
  const start = () =>
    keepTray({
      backend: open.test.backend,
      ask: askOf(open.test.backend),
      clock: { now: open.test.now },
      icons: '/icons',
      open: (place) => void opened.push(place),
      quit: () => void (system.quits += 1),
      note: (what) => void noted.push(what),
    })
  beforeEach(async () => {
    Tray.all = []
    Tray.isThere = true
    system.badge = -1
    open.test = await openTestBackend()
  })
  afterEach(() => open.test.close())

  it('says at once that nobody waits, with its icon and the badge, and opens Kept by a click', async () => {
    expect(start()).toBe(true)
    await vi.waitFor(() => expect(Tray.all[0]?.menu?.template.length).toBeGreaterThan(2))

    expect(Tray.all[0]?.toolTip).toBe('Kept: Nobody waiting, nothing due')
    if (process.platform !== 'win32') expect(system.badge).toBe(0)
    if (process.platform === 'linux') expect(Tray.all[0]?.image).toBe('/icons/tray.png')
    Tray.all[0]?.emit('click')
    if (process.platform !== 'darwin') expect(opened.pop()).toBeNull()
  })

  it('is left alone while nothing has changed, for somebody may just be reading its menu', async () => {
    start()
    await vi.waitFor(() => expect(Tray.all[0]?.menu?.template.length).toBeGreaterThan(2))
    const { menu } = Tray.all[0] ?? {}

    const asked = vi.spyOn(open.test.backend, 'answer')
    open.test.backend.push({ kind: 'changed', now: open.test.now() })
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(3))
    await Promise.allSettled(asked.mock.results.map(({ value }) => value))
    await new Promise(setImmediate)
    expect(Tray.all[0]?.menu).toBe(menu)
  })

  it('leaves Kept to go on where this system has none', async () => {
    Tray.isThere = false

    expect(start()).toBe(false)
    expect(noted).toEqual(['there is no tray on this system'])
    if (process.platform !== 'win32') await vi.waitFor(() => expect(system.badge).toBe(0))
  })
})

describe('quitting from the tray', () => {
  const clock = { now: () => now }
  const askWith = (today: Today | null) => (async () => today) as never
  beforeEach(() => {
    system.quits = 0
    system.said.length = 0
  })

  it('names what nobody would be told of, and asks', async () => {
    system.button = 1
    await quitFromTray(askWith(picture), clock)

    expect(system.quits).toBe(0)
    expect(system.said).toMatchObject([{ buttons: ['Quit', 'Keep running'], cancelId: 1 }])
    expect(system.said[0]?.detail).toContain('• Revised budget, for Grace & Liam, due 13:00')

    system.button = 0
    await quitFromTray(askWith(picture), clock)
    expect(system.quits).toBe(1)
  })

  it('is done at once where nothing more is due today, and where there is no store', async () => {
    await quitFromTray(askWith(day({})), clock)
    await quitFromTray(askWith(null), clock)
    expect([system.quits, system.said]).toEqual([2, []])
  })

  it('asks once, however often it is chosen before the answer', async () => {
    system.button = 1
    const quit = createQuit(askWith(picture), clock)
    quit()
    quit()
    await vi.waitFor(() => expect(system.said).toHaveLength(1))
    await new Promise(setImmediate)
    quit()
    await vi.waitFor(() => expect(system.said).toHaveLength(2))
  })

  it('names six and counts the rest', () => {
    const list = listOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    expect(list.split('\n')).toEqual(['• a', '• b', '• c', '• d', '• e', '• f', 'and 2 more'])
  })
})
