import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { ClientId, PersonId } from '../../shared/domain/ids'
import { at } from '../../shared/testing'
import { App } from '../App'
import { press, renderScreen } from '../testing'

let backend: TestBackend

/** A store with a mail account, and a client with a mail address and a wedding. */
beforeEach(async () => {
  backend = await openTestBackend({ now: at('Mon 2026-11-23 09:00') })
  await backend.ask(api.mail.setAccount, {
    revision: null,
    host: '127.0.0.1',
    port: 2525,
    security: 'none',
    user: null,
    fromName: 'Hazel Marsh',
    fromAddress: 'hazel@example.org',
  })
})

async function addClient(name: string): Promise<{ clientId: ClientId; personId: PersonId }> {
  const { id, personIds } = await backend.ask(api.clients.add, {
    name,
    shortName: null,
    stage: 'current',
    sentByClientId: null,
    language: null,
    zone: null,
    people: [
      {
        name,
        called: null,
        relation: null,
        decidesOn: null,
        prefers: null,
        note: null,
        isInLetters: true,
        birthday: null,
        addresses: [{ kind: 'email', value: 'client@example.org' }],
      },
    ],
    project: {
      kind: 'Wedding',
      eventOn: '2027-06-12',
      eventMonth: null,
      venue: null,
      place: null,
      guests: null,
      isGuestsAbout: false,
      state: 'open',
      standing: 'The hall contract is on track',
      cadenceDays: null,
    },
  })
  return { clientId: id, personId: personIds[0] as PersonId }
}

async function showToday(moment = 'Tue 2026-11-24 10:40') {
  backend.setNow(at(moment))
  await renderScreen(<App />, { backend })
  await screen.findByRole('heading', { level: 1, name: /waiting|answer/ })
}

const lettersInOutbox = async () =>
  (await backend.ask(api.letters.outbox, {})).rows.map(({ letter }) => letter)
const region = (name: string) => screen.queryByRole('region', { name })

describe('one click', () => {
  it('acknowledges with a date, makes the promise, and can be taken back', async () => {
    const { clientId, personId } = await addClient('Sofia Marchetti')
    backend.setNow(at('Tue 2026-11-24 09:55'))
    await backend.ask(api.messages.log, {
      clientId,
      personId,
      channel: 'email',
      direction: 'inbound',
      at: at('Tue 2026-11-24 09:55'),
      text: 'Is the quartet still confirmed?',
    })
    await showToday()

    press('a')

    await screen.findByText('Acknowledged Sofia Marchetti. You promised a full answer by Wed 25 Nov.')
    await waitFor(() => expect(region('Waiting for a reply')).toBeNull())
    expect(await lettersInOutbox()).toMatchObject([{ kind: 'acknowledge', state: 'queued' }])

    act(() => screen.getByRole('button', { name: /Undo/ }).click())
    await waitFor(() => expect(region('Waiting for a reply')).not.toBeNull())
  })

  it('sends a status update as it was assembled', async () => {
    await addClient('Priya Raman')
    await showToday('Mon 2026-12-14 10:00')

    press('u')

    await screen.findByText('The update to Priya Raman is on its way.')
    await waitFor(() => expect(region('Send a status update')).toBeNull())
    expect(await lettersInOutbox()).toMatchObject([{ kind: 'status-update', state: 'queued' }])
  })
})

describe('a moved date', () => {
  it('is told to the client first, with the reason as it was typed', async () => {
    const { clientId } = await addClient('Grace Okafor')
    await backend.ask(api.promises.add, {
      clientId,
      what: 'Send the revised budget',
      asNoun: 'the revised budget',
      doneAs: null,
      note: null,
      dueOn: '2026-11-24',
      dueTime: '13:00',
      ownOn: null,
    })
    await showToday()
    press('m')
    const why = await screen.findByLabelText('Why it moves')
    fireEvent.change(why, { target: { value: 'The marquee firm has given me a new figure.' } })
    const panel = within(screen.getByRole('group', { name: 'Move the date' }))
    await panel.findByText(/has given me a new figure$/)

    act(() => panel.getByRole('button', { name: /Send and move/ }).click())

    await screen.findByText('Moved to Wed 25 Nov. The letter to Grace Okafor is on its way.')
    const [promise] = await backend.store.read.selectFrom('promise').selectAll().execute()
    expect(promise).toMatchObject({ due_on: '2026-11-25', due_time: '13:00', state: 'open' })
    const [letter] = await lettersInOutbox()
    expect(letter?.fields).toMatchObject({ reason: 'The marquee firm has given me a new figure' })
    expect(letter?.promise).toMatchObject({ on: '2026-11-25', time: '13:00' })
  })
})

describe('a little extra', () => {
  beforeEach(async () => {
    const { clientId } = await addClient('Jess Reid')
    await backend.ask(api.extras.add, {
      clientId,
      what: 'Two bottles of the cordial',
      because: 'Jess still looks for it in shops',
      occasion: 'first anniversary',
      occasionOn: '2026-11-29',
      costMinor: 1400,
      minutes: null,
      state: 'planned',
      givenOn: null,
    })
  })

  it('stands with its day, its reason and its cost', async () => {
    await showToday()

    const [row] = within(region('Give a little extra') as HTMLElement).getAllByRole('listitem')
    expect(row?.textContent).toMatch(/^Sunday.*first anniversary.*Jess Reid.*Wedding on 12 June/)
    expect(row?.textContent).toMatch(
      /Two bottles of the cordial.*Jess still looks for it in shops.*£14.*Give it/,
    )
  })

  it('opens its letter, ready to be written to', async () => {
    await showToday()

    press('e')

    await screen.findByRole('group', { name: 'A little extra for Jess Reid' })
  })
})
