import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { Desk } from '../../shared/domain/desk'
import { Refusal } from '../../shared/lib/refusal'
import { at } from '../../shared/testing'
import { renderScreen } from '../testing'
import { RemindersPart } from './RemindersPart'

let backend: TestBackend
beforeEach(async () => {
  window.sessionStorage.clear()
  backend = await openTestBackend()
})
afterEach(() => vi.unstubAllGlobals())

const show = () => renderScreen(<RemindersPart />, { backend })
const sentence = async () => (await screen.findByRole('heading', { level: 1 })).textContent
const toggle = (name: string | RegExp) => screen.findByRole<HTMLInputElement>('switch', { name })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const said = (text: string) =>
  waitFor(() =>
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(),
    ).toContain(text),
  )
const group = (name: string) => screen.queryByRole('region', { name })

describe('reminders', () => {
  it('begin on, each with what is usual and why', async () => {
    await show()

    expect(await sentence()).toBe('Kept tells you what is due, in your working hours.')
    const switches = within(screen.getByRole('region', { name: 'Notes' })).getAllByRole<HTMLInputElement>(
      'switch',
    )
    expect(switches.map(({ checked }) => checked)).toEqual([true, false, true, true, true])
    expect(screen.getByText(/^Usual: off\. Switch it on where others see your screen/)).toBeDefined()
  })

  it('are switched off and on at once, with Undo', async () => {
    await show()
    fireEvent.click(await toggle(/^Remind me/))

    await said('Off: Remind me.')
    expect(await sentence()).toBe('Nothing pops up; what is due stands on Today.')
    expect((await toggle(/^Morning note/)).disabled).toBe(true)

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))
    await waitFor(async () => expect((await toggle(/^Remind me/)).checked).toBe(true))
  })

  it('keep every other choice when one is changed', async () => {
    await show()

    fireEvent.click(await toggle(/^Hide names and words/))

    await said('On: Hide names and words.')
    expect(await backend.ask(api.reminders.show, {})).toMatchObject({
      isOn: true,
      hidesWords: true,
      breaksForEvents: true,
      hasMorningNote: true,
      hasClosingNote: true,
    })
  })
})

describe('quiet', () => {
  it('is begun until a moment of the calendar, said at the top, and ended', async () => {
    await show()
    await sentence()
    const [choice] = await backend.ask(api.reminders.quietChoices, {})
    const label = choice?.label ?? ''

    fireEvent.click(await screen.findByRole('button', { name: label }))
    await said(`Quiet until ${label}.`)
    await waitFor(async () => expect(await sentence()).toBe(`It is quiet until ${label}.`))
    expect((await backend.ask(api.reminders.show, {})).quietUntil).toBe(choice?.until)

    press('End the quiet now')
    await said('The quiet is over.')
    expect((await backend.ask(api.reminders.show, {})).quietUntil).toBeNull()
  })

  it('keeps the focus in its buttons, though the one that was pressed goes', async () => {
    await show()
    const press = async (name: RegExp | string) => {
      const button = await screen.findByRole('button', { name })
      button.focus()
      fireEvent.click(button)
    }

    await press(/^tomorrow, /)
    const end = await screen.findByRole('button', { name: 'End the quiet now' })
    await waitFor(() => expect(document.activeElement).toBe(end))

    await press('End the quiet now')
    await waitFor(() => expect(end.isConnected).toBe(false))
    await waitFor(() => expect(document.activeElement?.closest('[role=group]')).not.toBeNull())
  })
})

describe('this browser', () => {
  const playBrowser = (permission: NotificationPermission, answer: NotificationPermission = permission) =>
    vi.stubGlobal('Notification', { permission, requestPermission: async () => answer })

  it('is asked by a button, and what it answers is said', async () => {
    playBrowser('default', 'granted')
    await show()
    await sentence()

    press('Ask the browser')

    await said('This browser shows Kept’s notes from now on.')
    expect(screen.queryByRole('button', { name: 'Ask the browser' })).toBeNull()
  })

  it('that refuses is not asked again', async () => {
    playBrowser('denied')
    await show()
    await sentence()

    expect(screen.getByText(/^It shows no notes of this page/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Ask the browser' })).toBeNull()
  })

  it('is no matter for a window of its own', async () => {
    playBrowser('default')
    vi.stubGlobal('kept', { ask: async () => undefined, onPush: () => () => undefined })
    await show()
    await sentence()

    expect(group('This browser')).toBeNull()
  })
})

describe('this computer', () => {
  const desk: Desk = {
    startsAtLogin: false,
    staysInTray: true,
    hasShortcut: true,
    canStartAtLogin: true,
    hasTray: true,
    shortcut: 'Ctrl Shift K',
    isShortcutTaken: false,
  }

  /** The program's own desk, played. */
  function play(differences: Partial<Desk> = {}) {
    const state = { desk: { ...desk, ...differences } }
    backend.host.shell = {
      ...backend.host.shell,
      desk: {
        show: async () => state.desk,
        change: async (details) => (state.desk = { ...state.desk, ...details }),
      },
    }
    return state
  }

  it('is absent in a browser', async () => {
    await show()
    await screen.findByRole('region', { name: 'How reminders run' })

    expect(group('This computer')).toBeNull()
  })

  it('starts Kept at login where that is switched on', async () => {
    const state = play()
    await show()

    fireEvent.click(await toggle(/^Start when I log in/))

    await said('On: Start when I log in.')
    expect(state.desk).toMatchObject({ startsAtLogin: true, staysInTray: true, hasShortcut: true })
    await waitFor(async () => expect((await toggle(/^Start when I log in/)).checked).toBe(true))
  })

  it('says what to do where another program has the shortcut', async () => {
    play({ isShortcutTaken: true })
    await show()

    expect((await toggle(/^Ctrl Shift K opens the quick log/)).disabled).toBe(false)
    expect(screen.getByText(/^Another program has Ctrl Shift K\. Give that one another key/)).toBeDefined()
  })

  it('offers nothing this system cannot do, and says why', async () => {
    play({ canStartAtLogin: false, hasTray: false })
    await show()

    expect((await toggle(/^Start when I log in/)).disabled).toBe(true)
    expect((await toggle(/^Stay in the tray/)).disabled).toBe(true)
    expect(screen.getByText(/^This desktop shows no tray/)).toBeDefined()
  })

  it('that does not take a setting says so, and nothing is switched', async () => {
    play()
    backend.host.shell = {
      ...backend.host.shell,
      desk: {
        show: async () => desk,
        change: () =>
          Promise.reject(new Refusal('unreachable', 'E_DESK_FAILED', { what: 'starting at login' })),
      },
    }
    await show()

    fireEvent.click(await toggle(/^Start when I log in/))

    await said('This system did not take the setting: starting at login.')
    expect((await toggle(/^Start when I log in/)).checked).toBe(false)
  })
})

describe('how reminders run', () => {
  const fact = async (name: string) => {
    const group = await screen.findByRole('region', { name: 'How reminders run' })
    const terms = [...group.querySelectorAll('dt')]
    return terms.find((term) => term.textContent === name)?.nextElementSibling?.textContent
  }

  it('says when was looked last, what comes next, and how many came late', async () => {
    backend.host.watch = () => ({ lastScanAt: at('Tue 2026-11-24 10:39'), restartedAt: null })
    await show()

    expect(await fact('Last looked')).toBe('10:39')
    expect(await fact('Told late')).toMatch(/^none in 30 days/)
    expect(await fact('Told afterwards')).toMatch(/^none in 30 days/)
    expect(await fact('Begun again')).toBeUndefined()
  })

  it('says when it had stopped and was begun again', async () => {
    backend.host.watch = () => ({
      lastScanAt: at('Tue 2026-11-24 10:39'),
      restartedAt: at('Tue 2026-11-24 09:12'),
    })
    await show()

    expect(await fact('Begun again')).toMatch(/^9:12/)
  })

  it('is asked again every minute', async () => {
    const { setNow } = await show()
    expect(await fact('Last looked')).toBe('Not yet')
    backend.host.watch = () => ({ lastScanAt: at('Tue 2026-11-24 10:41'), restartedAt: null })

    setNow('Tue 2026-11-24 10:42')

    await waitFor(async () => expect(await fact('Last looked')).toBe('10:41'))
  })
})
