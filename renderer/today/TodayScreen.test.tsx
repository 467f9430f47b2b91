import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { ClientId, PersonId, ProjectId } from '../../shared/domain/ids'
import { at } from '../../shared/testing'
import { press, renderScreen } from '../testing'
import { TodayScreen } from './TodayScreen'

const person = (name: string, email: string | null) => ({
  name,
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters: true,
  birthday: null,
  addresses: email === null ? [] : [{ kind: 'email' as const, value: email }],
})

const wedding = (eventOn: string) => ({
  kind: 'Wedding',
  eventOn,
  eventMonth: null,
  venue: null,
  place: null,
  guests: null,
  isGuestsAbout: false,
  state: 'open' as const,
  standing: null,
  cadenceDays: null,
})

type Added = { readonly clientId: ClientId; readonly personId: PersonId; readonly projectId: ProjectId }

let backend: TestBackend

beforeEach(async () => {
  backend = await openTestBackend({ now: at('Mon 2026-11-23 09:00') })
})

async function addClient(name: string, eventOn: string, email: string | null): Promise<Added> {
  const { id, personIds, projectId } = await backend.ask(api.clients.add, {
    name,
    shortName: null,
    stage: 'current',
    sentByClientId: null,
    language: null,
    zone: null,
    people: [person(name, email)],
    project: wedding(eventOn),
  })
  return { clientId: id, personId: personIds[0] as PersonId, projectId: projectId as ProjectId }
}

async function write({ clientId, personId }: Added, moment: string, text: string): Promise<void> {
  backend.setNow(at(moment))
  await backend.ask(api.messages.log, {
    clientId,
    personId,
    channel: 'email',
    direction: 'inbound',
    at: at(moment),
    text,
  })
}

async function promise({ clientId }: Added, what: string, dueOn: string, dueTime: string | null = null) {
  return backend.ask(api.promises.add, {
    clientId,
    what,
    asNoun: null,
    doneAs: null,
    note: null,
    dueOn,
    dueTime,
    ownOn: null,
    saidChannel: 'call',
  })
}

async function showToday(moment = 'Tue 2026-11-24 10:40') {
  backend.setNow(at(moment))
  const shown = await renderScreen(<TodayScreen />, { backend })
  await screen.findByRole('heading', { level: 1 })
  return shown
}

const section = (name: string) => within(screen.getByRole('region', { name }))
const rowsOf = (name: string) => section(name).getAllByRole('listitem')
const textOf = (element: HTMLElement) => element.textContent
const sentence = () => screen.getByRole('heading', { level: 1 }).textContent
const clock = () => rowsOf('Waiting for a reply').map(textOf)[0]

describe('who waits for a reply', () => {
  it('stands with the clock, the person, and what they asked, the most urgent first', async () => {
    const sofia = await addClient('Sofia Marchetti', '2026-12-19', 'sofia@example.org')
    const tom = await addClient('Tom Hollis', '2027-06-12', 'tom@example.org')
    await write(sofia, 'Mon 2026-11-23 13:50', 'Is the quartet still confirmed? Mum has been asking.')
    await write(tom, 'Tue 2026-11-24 09:55', 'Two quick questions. How many does the barn seat?')

    await showToday()

    const [first, second] = rowsOf('Waiting for a reply').map(textOf)
    expect(first).toMatch(/1 h 20 m over.*since Mon 13:50.*Sofia Marchetti.*Wedding in 25 days/)
    expect(first).toMatch(/Is the quartet still confirmed\?.*Mum has been asking\./)
    expect(second).toMatch(/3 h 15 m left.*since 9:55.*Tom Hollis.*Wedding on 12 June/)
    expect(sentence()).toBe('2 people are waiting to hear from you.')
    expect(section('Waiting for a reply').getByText('Your standard: within 4 working hours')).toBeDefined()
  })

  it('tells on hover and aloud how the clock is counted', async () => {
    const sofia = await addClient('Sofia Marchetti', '2026-12-19', 'sofia@example.org')
    await write(sofia, 'Fri 2026-11-20 17:00', 'Is the quartet still confirmed?')

    await showToday()

    const [row] = rowsOf('Waiting for a reply').map(textOf)
    expect(row).toContain(
      'Email, Fri 20 Nov, 17:00: arrived Fri 17:00, 30 min counted, weekend skipped, due Mon 12:30.',
    )
  })

  it('goes on counting by the minute, and turns late at the due minute', async () => {
    const sofia = await addClient('Sofia Marchetti', '2026-12-19', 'sofia@example.org')
    await write(sofia, 'Tue 2026-11-24 09:00', 'Is the quartet still confirmed?')
    const { setNow } = await showToday('Tue 2026-11-24 10:40')
    expect(clock()).toMatch(/^2 h 20 m left/)

    setNow('Tue 2026-11-24 12:59')
    expect(clock()).toMatch(/^1 m left/)
    setNow('Tue 2026-11-24 13:05')
    expect(clock()).toMatch(/^5 m over/)
  })

  it('is counted on the Saturday of the event week in the client’s own hours', async () => {
    const sofia = await addClient('Sofia Marchetti', '2026-12-03', 'sofia@example.org')
    await write(sofia, 'Sat 2026-11-28 10:00', 'Is the quartet still confirmed?')

    await showToday('Sat 2026-11-28 10:20')

    expect(clock()).toMatch(/^40 m left/)
  })

  it('is answered by a call or needs no reply, each with Undo', async () => {
    const sofia = await addClient('Sofia Marchetti', '2026-12-19', 'sofia@example.org')
    await write(sofia, 'Tue 2026-11-24 09:55', 'Thank you, that is lovely.')
    await showToday()

    press('k')
    expect(section('Waiting for a reply').getAllByRole('listitem')).toHaveLength(1)
    press('n')
    await screen.findByText('No reply needed for Sofia Marchetti.')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Waiting for a reply' })).toBeNull())

    act(() => screen.getByRole('button', { name: /Undo/ }).click())
    await screen.findByText('Taken back.')
    await screen.findByRole('region', { name: 'Waiting for a reply' })
  })

  it('says at the foot which keys its rows have', async () => {
    await showToday()

    const keys = ['↑↓Move', 'AAcknowledge', 'RReply', 'KKept', 'MMove the date', 'SSnooze']
    await waitFor(() => expect(document.body.textContent).toContain(keys.join('')))
  })

  it('opens the draft of the acknowledgement where there is no account to send it by', async () => {
    const sofia = await addClient('Sofia Marchetti', '2026-12-19', 'sofia@example.org')
    await write(sofia, 'Tue 2026-11-24 09:55', 'Is the quartet still confirmed?')
    await showToday()

    press('a')

    await screen.findByText(/mail account/i)
    await waitFor(() => expect(section('Waiting for a reply').getByRole('group')).toBeDefined())
  })
})

describe('the promises of the day', () => {
  let grace: Added

  beforeEach(async () => {
    grace = await addClient('Grace Okafor', '2027-05-14', 'grace@example.org')
  })

  it('stand with their told day, and how they were said', async () => {
    await promise(grace, 'Send the revised budget', '2026-11-24', '13:00')
    await promise(grace, 'Confirm coach times', '2026-11-24')

    await showToday()

    const [first, second] = rowsOf('Promises due').map(textOf)
    expect(first).toMatch(/^Today.*by 13:00.*Grace Okafor.*Wedding on 14 May.*Send the revised budget/)
    expect(first).toContain('You said so on Mon 23 Nov, on the phone')
    expect(second).toMatch(/^Today.*by end of day/)
    expect(sentence()).toBe('Nobody is waiting, and 2 promises are due today.')
  })

  it('turn late once their due moment is over', async () => {
    await promise(grace, 'Send the revised budget', '2026-11-24', '13:00')
    const { setNow } = await showToday()

    setNow('Tue 2026-11-24 13:00')
    expect(rowsOf('Promises due').map(textOf)[0]).not.toMatch(/was due/)
    setNow('Tue 2026-11-24 13:01')

    expect(rowsOf('Promises due').map(textOf)[0]).toMatch(/was due by 13:00/)
    expect(sentence()).toBe('Nobody is waiting, and 1 promise is past its date.')
  })

  it('are kept with K, and K again keeps the next one', async () => {
    await promise(grace, 'Send the revised budget', '2026-11-24', '13:00')
    await promise(grace, 'Confirm coach times', '2026-11-24')
    await showToday()

    press('k')
    await screen.findByText('Kept: Send the revised budget.')
    await waitFor(() => expect(rowsOf('Promises due')).toHaveLength(1))
    expect(document.activeElement?.textContent).toContain('Confirm coach times')
    press('k')

    await screen.findByText('Kept: Confirm coach times.')
    await waitFor(() => expect(sentence()).toBe('Everyone has an answer, and today’s promises are kept.'))
    const done = rowsOf('Done today').map((row) => textOf(row)?.trim())
    expect(done).toEqual([
      '10:40Grace OkaforPromise kept: Send the revised budget',
      '10:40Grace OkaforPromise kept: Confirm coach times',
    ])
  })
})

describe('a row that has been dealt with', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('ticks and stays a moment, while the focus is on the next one already', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }))
    const grace = await addClient('Grace Okafor', '2027-05-14', 'grace@example.org')
    await promise(grace, 'Send the revised budget', '2026-11-24', '13:00')
    await promise(grace, 'Confirm coach times', '2026-11-24')
    await showToday()

    press('k')
    await screen.findByText('Kept: Send the revised budget.')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Confirm coach times'))
    expect(rowsOf('Promises due')).toHaveLength(2)
    await waitFor(() => expect(rowsOf('Promises due')).toHaveLength(1))
  })
})

describe('moving the date', () => {
  const panel = () => within(screen.getByRole('group', { name: 'Move the date' }))

  beforeEach(async () => {
    const grace = await addClient('Grace Okafor', '2027-05-14', 'grace@example.org')
    await promise(grace, 'Send the revised budget', '2026-11-24', '13:00')
  })

  it('offers days with their load, and shows the letter as it will be', async () => {
    await showToday()

    press('m')

    await screen.findByRole('radio', { name: /Tomorrow, by 13:00/ })
    expect(panel().getByRole('radio', { name: /Thu 26 Nov/ })).toBeDefined()
    await panel().findByText(/I said I would/)
    await panel().findByText(/Why the date moves/)
  })

  it('says nothing to the client where they already know', async () => {
    await showToday()
    press('m')
    const thursday = await screen.findByRole('radio', { name: /Thu 26 Nov/ })

    act(() => thursday.click())
    act(() => panel().getByRole('button', { name: 'They already know' }).click())

    await screen.findByText('Moved to Thu 26 Nov. Grace Okafor knew already.')
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Move the date' })).toBeNull())
    const [moved] = await backend.store.read.selectFrom('promise').selectAll().execute()
    expect(moved).toMatchObject({ due_on: '2026-11-26', due_time: null, state: 'open' })
  })

  it('holds the letter until it says why', async () => {
    await showToday()
    press('m')
    await panelIsReady()

    press('ctrl+enter')

    await screen.findByText('Say why in a sentence; the letter waits for it.')
    expect(document.activeElement?.getAttribute('name')).toBe('why')
  })

  it('closes with Esc, and the focus is back on the row', async () => {
    await showToday()
    press('m')
    await panelIsReady()
    press('esc')

    await waitFor(() => expect(screen.queryByRole('group', { name: 'Move the date' })).toBeNull())
    expect(document.activeElement?.getAttribute('data-row')).toMatch(/^promise-/)
  })

  const panelIsReady = async () => {
    await panel().findByText(/Why the date moves/)
  }
})

describe('status updates', () => {
  it('stand in the order they are overdue, the first with the beginning of its letter', async () => {
    await addClient('Priya Raman', '2027-06-12', 'priya@example.org')

    await showToday('Mon 2026-12-14 10:00')

    const [row] = rowsOf('Send a status update').map(textOf)
    expect(row).toMatch(/^No update yet.*every 14 days.*Priya Raman.*Wedding on 12 June/)
    expect(row).toContain('Little to report, and worth saying so')
    expect(row).toContain('Dear Priya')
    expect(sentence()).toBe('Everyone has an answer. 1 client is due to hear how things stand.')
  })

  it('open before they are sent where something is missing', async () => {
    await addClient('Priya Raman', '2027-06-12', null)
    await showToday('Mon 2026-12-14 10:00')

    press('u')

    await screen.findByRole('group', { name: /letter/i })
  })
})

describe('a day with nothing in it', () => {
  it('says in a new store what is true and what is next', async () => {
    await showToday()

    expect(sentence()).toBe('Nobody is waiting to hear from you.')
    expect(screen.getByRole('button', { name: 'Add a client' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Log a call or message' })).toBeDefined()
    expect(screen.queryByRole('region')).toBeNull()
    expect(screen.getByRole('complementary', { name: 'Coming up' })).toBeDefined()
  })
})
