import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import { PersonId, type ClientId } from '../../shared/domain/ids'
import type { Channel, Direction } from '../../shared/domain/message'
import { at } from '../../shared/testing'
import { press, renderScreen } from '../testing'
import { ClientScreen } from './ClientScreen'

beforeAll(() => {
  // jsdom does not have it; ids in these tests need no escaping.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
})

const person = {
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters: true,
  birthday: null,
  addresses: [],
}
const wedding = {
  kind: 'Wedding',
  eventOn: '2027-06-12',
  eventMonth: null,
  venue: 'Fairlight Barn',
  place: 'Rye',
  guests: 90,
  isGuestsAbout: true,
  state: 'open',
  standing: null,
  cadenceDays: null,
} as const
const client = {
  name: 'Priya Raman & Tom Hollis',
  shortName: 'Priya & Tom',
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
} as const
const promise = { asNoun: null, doneAs: null, note: null, dueTime: null, ownOn: null }

type Opened = { readonly backend: TestBackend; readonly id: ClientId; readonly tom: PersonId }

async function priyaAndTom(): Promise<Opened> {
  const backend = await openTestBackend()
  const people = [
    { ...person, name: 'Priya Raman', decidesOn: 'look and flowers', note: 'Keeping her own name' },
    { ...person, name: 'Tom Hollis', relation: 'Day-to-day contact', prefers: 'Email or text' },
  ]
  const { id, personIds } = await backend.ask(api.clients.add, { ...client, people, project: wedding })
  return { backend, id, tom: PersonId.parse(personIds[1]) }
}

async function logs(
  { backend, id, tom }: Opened,
  moment: string,
  text: string,
  channel: Channel = 'email',
  direction: Direction = 'inbound',
) {
  const subject = text.split('\n')[0] ?? null
  await backend.ask(api.messages.log, {
    clientId: id,
    personId: tom,
    channel,
    direction,
    at: at(moment),
    text,
    subject,
  })
}

const promises = (
  { backend, id }: Opened,
  what: string,
  dueOn: string,
  more: { readonly asNoun?: string } = {},
) => backend.ask(api.promises.add, { clientId: id, ...promise, what, dueOn, ...more })

async function show({ backend, id }: Opened) {
  await renderScreen(<ClientScreen clientId={id} />, { backend })
  await screen.findByRole('heading', { level: 1 })
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const section = (name: string) => within(screen.getByRole('region', { name }))
const entries = () =>
  section('So far')
    .getAllByRole('listitem')
    .map((entry) => entry.textContent)

beforeEach(() => window.sessionStorage.clear())
afterEach(() => cleanup())

describe('a client’s page', () => {
  it('says who they are, what their event is, and how many days are left', async () => {
    const opened = await priyaAndTom()
    await show(opened)

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Priya Raman & Tom Hollis')
    expect(screen.getByText('Weddings, 2027')).toBeDefined()
    expect(screen.getByText('Saturday 12 June 2027')).toBeDefined()
    expect(screen.getByText('Fairlight Barn, Rye')).toBeDefined()
    expect(screen.getByText('About 90 guests')).toBeDefined()
    expect(screen.getByText('200')).toBeDefined()
    expect(screen.getByText('Decides on look and flowers')).toBeDefined()
    expect(screen.getByText('Day-to-day contact. Email or text.')).toBeDefined()
  })

  it('says what is true while nothing has happened', async () => {
    const opened = await priyaAndTom()
    await show(opened)

    expect(await screen.findByText(/Nothing has happened yet/)).toBeDefined()
    expect(screen.getByText('Nothing is promised.')).toBeDefined()
  })

  it('says why there is nothing to show of a client who is gone', async () => {
    const { backend } = await priyaAndTom()
    await renderScreen(<ClientScreen clientId={99} />, { backend })

    expect(await screen.findByText(/This client is not there any more/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined()
  })

  it('leads to the next client and the one before with ] and [', async () => {
    const opened = await priyaAndTom()
    const { id } = await opened.backend.ask(api.clients.add, {
      ...client,
      name: 'Zoë & Max',
      people: [],
      project: null,
    })
    await show(opened)

    press(']')

    await waitFor(() => expect(window.location.hash).toBe(`#/clients/${id}`))
  })
})

describe('so far', () => {
  it('tells what happened, newest first, in words', async () => {
    const opened = await priyaAndTom()
    await logs(opened, 'Mon 2026-11-16 14:15', 'Keep it to ninety, please.', 'call')
    await promises(opened, 'Rain plan for the barn', '2026-12-01', { asNoun: 'the rain plan' })
    opened.backend.setNow(at('Tue 2026-11-24 10:41'))
    await promises(opened, 'Send the revised budget', '2026-11-26', { asNoun: 'the revised budget' })
    await logs(
      opened,
      'Tue 2026-11-24 09:55',
      'Two quick questions about rain\n\nHow many does the barn seat?',
    )
    await show(opened)

    await waitFor(() => expect(entries()).toHaveLength(4))
    expect(entries()).toEqual([
      'Today 10:41You promised to send the revised budget, by Thu 26 Nov',
      'Today 10:40You promised rain plan for the barn, by Tue 1 Dec',
      'Today 9:55Tom wrote Two quick questions about rainHow many does the barn seat?ReplyR',
      'Mon 16 NovTom rang Keep it to ninety, please.',
    ])
  })

  it('shows one kind of thing at a time', async () => {
    const opened = await priyaAndTom()
    await promises(opened, 'Rain plan for the barn', '2026-12-01')
    await logs(opened, 'Tue 2026-11-24 09:55', 'Two quick questions about rain')
    await show(opened)
    await waitFor(() => expect(entries()).toHaveLength(2))

    fireEvent.click(screen.getByRole('radio', { name: 'Promises' }))
    await waitFor(() => expect(entries()).toHaveLength(1))
    expect(entries()[0]).toContain('You promised')

    fireEvent.click(screen.getByRole('radio', { name: 'Extras' }))
    expect(await screen.findByText('No little extras yet.')).toBeDefined()
  })

  it('shows the whole of a message on wish, its lines as they were', async () => {
    const opened = await priyaAndTom()
    await logs(opened, 'Tue 2026-11-24 09:55', 'Rain\n\nHow many does the barn seat?\nTom')
    await show(opened)

    fireEvent.click(await screen.findByText('How many does the barn seat?'))

    const whole = screen.getByText(/Rain\s+How many does the barn seat\?\s+Tom/)
    expect(whole.textContent).toBe('Rain\n\nHow many does the barn seat?\nTom')
  })

  it('brings older entries in, page after page', async () => {
    const opened = await priyaAndTom()
    for (let n = 10; n < 55; n++)
      await logs(opened, `Mon 2026-11-16 09:${n}`, `Note ${n}`, 'note', 'internal')
    await show(opened)
    await waitFor(() => expect(entries()).toHaveLength(31))

    click('Show earlier')

    await waitFor(() => expect(entries()).toHaveLength(45))
    expect(entries().at(-1)).toContain('Note 10')
  }, 20_000)
})

describe('changing a client', () => {
  const edit = async (opened: Opened) => {
    await show(opened)
    screen.getByRole('button', { name: 'Priya Raman' }).focus()
    click('Priya Raman')
    return screen.findByRole('form', { name: 'Edit Priya Raman' })
  }

  it('saves a person with a number more, and says so with Undo', async () => {
    const opened = await priyaAndTom()
    await edit(opened)

    type('Phone', '+44 7700 900141')
    click('Save')

    expect(await screen.findByText('Changed Priya Raman.')).toBeDefined()
    expect(screen.queryByRole('form')).toBeNull()
    const page = await opened.backend.ask(api.clients.show, { id: opened.id })
    expect(page.people[0]?.addresses.map(({ value }) => value)).toEqual(['+44 7700 900141'])
    expect(document.activeElement?.textContent).toBe('Priya Raman')
  })

  it('shows both values where the record was changed meanwhile, and keeps what was typed', async () => {
    const opened = await priyaAndTom()
    await edit(opened)
    type('Note', 'Keeps her own name')
    const [priya] = (await opened.backend.ask(api.clients.show, { id: opened.id })).people
    if (!priya) throw new Error('Priya is gone.')
    await opened.backend.ask(api.people.change, {
      ...person,
      id: priya.id,
      revision: priya.revision,
      name: 'Priya Raman',
      decidesOn: 'look and flowers',
      note: 'Mrs Hollis is her mother-in-law',
    })

    click('Save')

    expect(
      await screen.findByText(/“Mrs Hollis is her mother-in-law”; you typed “Keeps her own name”/),
    ).toBeDefined()
    expect((screen.getByLabelText('Note') as HTMLInputElement).value).toBe('Keeps her own name')

    click('Save what I typed')
    expect(await screen.findByText('Changed Priya Raman.')).toBeDefined()
    const [changed] = (await opened.backend.ask(api.clients.show, { id: opened.id })).people
    expect(changed?.note).toBe('Keeps her own name')
  })

  it('takes what is there now, on wish', async () => {
    const opened = await priyaAndTom()
    await edit(opened)
    type('Note', 'Something else')
    const [priya] = (await opened.backend.ask(api.clients.show, { id: opened.id })).people
    if (!priya) throw new Error('Priya is gone.')
    const { id, revision } = priya
    await opened.backend.ask(api.people.change, { ...person, id, revision, name: 'Priya', note: 'Newer' })
    click('Save')
    await screen.findByText(/changed elsewhere/)
    await screen.findByRole('button', { name: 'Priya' })

    click('Take what is there now')

    expect((screen.getByLabelText('Note') as HTMLInputElement).value).toBe('Newer')
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Priya')
  })

  it('never takes over from a refetch what somebody is typing', async () => {
    const opened = await priyaAndTom()
    await edit(opened)
    type('Name', 'Priya R.')

    await opened.backend.ask(api.people.add, { ...person, clientId: opened.id, name: 'Meera Raman' })

    await screen.findByRole('button', { name: 'Meera Raman' })
    expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Priya R.')
  })

  it('archives from the menu, and says so on the page', async () => {
    const opened = await priyaAndTom()
    await show(opened)

    fireEvent.click(await screen.findByRole('button', { name: 'More for Priya Raman & Tom Hollis' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Archive' }))

    expect(await screen.findByText('Archived Priya Raman & Tom Hollis.')).toBeDefined()
    expect(await screen.findByText('Archived')).toBeDefined()
  })

  it('moves an event to a month, and counts no days then', async () => {
    const opened = await priyaAndTom()
    await show(opened)
    click('Wedding')
    await screen.findByRole('form', { name: 'Edit the project' })

    fireEvent.click(screen.getByLabelText('In a month'))
    type('Month', '09')
    type('Year', '2027')
    click('Save')

    const fact = await screen.findAllByText('September 2027')
    expect(fact.length).toBeGreaterThan(0)
    expect(screen.queryByText('days to go')).toBeNull()
  })
})

describe('key dates', () => {
  it('are added, ticked as done and removed', async () => {
    const opened = await priyaAndTom()
    await show(opened)

    click('Add a key date')
    type('What', 'Tasting at the barn')
    type('Day', '2026-12-04')
    type(/^Time/, '14:00')
    fireEvent.click(section('Key dates').getByRole('button', { name: 'Add' }))
    const line = await section('Key dates').findByRole('listitem')
    expect(line.textContent).toContain('Fri 4 DecTasting at the barn14:00')

    click('Tasting at the barn')
    click('Done')
    expect(await screen.findByText('Done: Tasting at the barn.')).toBeDefined()

    click('Tasting at the barn')
    click('Remove')
    expect(await screen.findByText('No dates yet.')).toBeDefined()
  })

  it('say at the day that it is missing', async () => {
    const opened = await priyaAndTom()
    await show(opened)

    click('Add a key date')
    type('What', 'Tasting at the barn')
    fireEvent.click(section('Key dates').getByRole('button', { name: 'Add' }))

    expect(await screen.findByText(/Give a day that exists/)).toBeDefined()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Day')))
  })
})
