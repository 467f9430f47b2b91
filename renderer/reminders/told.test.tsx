import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import { addDays, day } from '../../shared/lib/time'
import { aNewClient, aNewPerson, at } from '../../shared/testing'
import { App } from '../App'
import { renderScreen } from '../testing'

let backend: TestBackend

beforeEach(async () => {
  window.localStorage.clear()
  window.sessionStorage.clear()
  backend = await openTestBackend({ now: at('Mon 2026-11-23 09:00') })
})

afterEach(() => cleanup())

/** A client who wrote at a moment; how they were missed depends on when Kept looks. */
async function asks(name: string, moment: string): Promise<void> {
  backend.setNow(at(moment))
  const { id } = await backend.ask(api.clients.add, aNewClient(name, {}))
  await backend.ask(api.messages.log, {
    clientId: id,
    personId: null,
    channel: 'text',
    direction: 'inbound',
    at: at(moment),
    text: 'Is the hall free?',
  })
}

/** Kept looks at a moment, as its scheduler does. */
async function look(moment: string) {
  backend.setNow(at(moment))
  await backend.ask(api.nudges.tell, {})
}

async function awayForADay() {
  await asks('Sofia Marchetti', 'Mon 2026-11-23 09:30')
  await asks('Imogen Clarke', 'Mon 2026-11-23 10:00')
  await look('Tue 2026-11-24 10:40')
}

const away = () => screen.findByRole('region', { name: 'While you were away' })

describe('what came due while nobody was there', () => {
  it('stands above the rows, oldest first, at its own times, and each leads to its row', async () => {
    await awayForADay()
    const { away: told } = await backend.ask(api.nudges.show, {})

    await renderScreen(<App />, { backend })

    const lines = within(await away()).getAllByRole('listitem')
    expect(lines).toHaveLength(told.length)
    expect(lines[0]?.textContent).toContain('Sofia Marchetti')
    expect(lines[0]?.textContent).toMatch(/^Mon \d\d:\d\d|^\d/)
    expect(lines.map((line) => within(line).getByRole('link').getAttribute('href'))).toEqual(
      told.map(({ place }) => place),
    )
    const region = await away()
    const waiting = screen.getByRole('region', { name: 'Waiting for a reply' })
    expect(region.compareDocumentPosition(waiting) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('leads to the row it is about', async () => {
    await awayForADay()
    await renderScreen(<App />, { backend })
    const [, second] = within(await away()).getAllByRole('link')

    act(() => second?.click())

    await waitFor(() => expect(document.activeElement?.textContent).toContain('Imogen Clarke'))
    expect(document.activeElement?.getAttribute('data-row')).toMatch(/^wait-/)
  })

  it('goes once it was seen, and the focus is on the first row', async () => {
    await awayForADay()
    await renderScreen(<App />, { backend })
    const seen = within(await away()).getByRole('button', { name: 'Seen' })

    act(() => seen.click())

    await waitFor(() => expect(screen.queryByRole('region', { name: 'While you were away' })).toBeNull())
    expect(document.activeElement?.getAttribute('data-row')).toMatch(/^wait-/)
    expect((await backend.ask(api.nudges.show, {})).away).toEqual([])
  })

  it('shows six at first, and the others on wish', async () => {
    for (let n = 1; n <= 9; n += 1) await asks(`Client ${n}`, `Mon 2026-11-23 09:0${n}`)
    await look('Tue 2026-11-24 10:40')
    await renderScreen(<App />, { backend })
    const region = within(await away())
    const { away: told } = await backend.ask(api.nudges.show, {})
    expect(region.getAllByRole('listitem')).toHaveLength(6)

    act(() => region.getByRole('button', { name: `${told.length - 6} more` }).click())

    expect(region.getAllByRole('listitem')).toHaveLength(told.length)
  })

  it('is nothing on a day on which nothing was missed', async () => {
    await asks('Sofia Marchetti', 'Tue 2026-11-24 10:00')
    await look('Tue 2026-11-24 10:40')

    await renderScreen(<App />, { backend })

    await screen.findByRole('region', { name: 'Waiting for a reply' })
    expect(screen.queryByRole('region', { name: 'While you were away' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Put it away' })).toBeNull()
  })
})

describe('before closing', () => {
  it('one line says what is still open, until it is put away', async () => {
    await asks('Sofia Marchetti', 'Tue 2026-11-24 09:00')
    await look('Tue 2026-11-24 16:59')
    await look('Tue 2026-11-24 17:00')
    await renderScreen(<App />, { backend })
    const line = await screen.findByRole('group', { name: 'Before you close' })
    expect(line.textContent).toMatch(/^1 thing is still open before you close: .*Sofia/)

    act(() => within(line).getByRole('button', { name: 'Put it away' }).click())

    await waitFor(() => expect(screen.queryByRole('group', { name: 'Before you close' })).toBeNull())
    expect((await backend.ask(api.nudges.show, {})).closing).toBeNull()
  })
})

describe('a closing note that came late', () => {
  it('is said in its line, and not once more among what came due meanwhile', async () => {
    await asks('Sofia Marchetti', 'Tue 2026-11-24 09:00')
    await look('Tue 2026-11-24 17:05')
    const told = await backend.ask(api.nudges.show, {})
    expect(told.away.map(({ nudgeId }) => nudgeId)).toContain(told.closing?.nudgeId)

    await renderScreen(<App />, { backend })

    await screen.findByRole('group', { name: 'Before you close' })
    expect(within(await away()).getAllByRole('listitem')).toHaveLength(told.away.length - 1)
  })
})

describe('letters on hold because the clock was moved', () => {
  const line = () => screen.queryByRole('group', { name: 'Letters on hold' })

  async function send() {
    const addresses = [{ kind: 'email' as const, value: 'sofia@marchetti.example' }]
    const people = [aNewPerson('Sofia', { addresses })]
    const { id: clientId } = await backend.ask(api.clients.add, aNewClient('Sofia & Ben', { people }))
    await backend.ask(api.mail.setAccount, {
      ...{ revision: null, host: 'localhost', port: 2525, security: 'none', user: null },
      ...{ fromName: 'Hazel Marsh', fromAddress: 'hazel@marsh.example' },
    })
    const { letter } = await backend.ask(api.letters.begin, { kind: 'blank', clientId })
    const { letter: saved } = await backend.ask(api.letters.save, {
      ...{ id: letter.id, revision: letter.revision, recipients: [...letter.recipients], fields: {} },
      ...{ subject: 'The quartet', body: 'Dear Sofia,\n\nThe quartet is confirmed.', promise: null },
    })
    await backend.ask(api.letters.send, { id: saved.id, revision: saved.revision, hold: 'ten-minutes' })
  }

  it('are one line that leads to the Outbox, and goes once they were answered there', async () => {
    await send()
    await backend.jumpClock(3 * day)
    await renderScreen(<App />, { backend })

    await waitFor(() => expect(line()).not.toBeNull())
    const said = 'The computer’s clock moved forward by 3 days. One letter is on hold. See the Outbox'
    expect(line()?.textContent).toBe(said)
    const link = within(line() as HTMLElement).getByRole('link', { name: 'See the Outbox' })
    expect(link.getAttribute('href')).toBe('#/outbox')
    await act(async () => void (await backend.ask(api.mail.keepTimes, {})))
    await waitFor(() => expect(line()).toBeNull())
  })

  it('are no line where the clock was moved and no letter waits', async () => {
    await asks('Sofia Marchetti', 'Tue 2026-11-24 10:00')
    await backend.jumpClock(3 * day)
    await renderScreen(<App />, { backend })

    await screen.findByRole('region', { name: 'Waiting for a reply' })
    expect((await backend.ask(api.mail.clock, {})).notice).toMatchObject({ asks: 'clock' })
    expect(line()).toBeNull()
  })
})

describe('a system that shows no notes', () => {
  const told = () => screen.queryByText(/Desktop notifications are off on this system/)

  it('is said in one line, which stays away for the day once it was put away', async () => {
    backend.host.refusesNotes = true
    await asks('Sofia Marchetti', 'Tue 2026-11-24 09:00')
    await look('Tue 2026-11-24 12:59')
    await look('Tue 2026-11-24 13:00')
    expect((await backend.ask(api.nudges.show, {})).isUnavailable).toBe(true)
    await renderScreen(<App />, { backend })
    await waitFor(() => expect(told()).not.toBeNull())

    act(() => screen.getByRole('button', { name: 'Put it away' }).click())
    await waitFor(() => expect(told()).toBeNull())

    await renderScreen(<App />, { backend })
    await screen.findByRole('region', { name: 'Waiting for a reply' })
    expect(told()).toBeNull()
  })

  it('is said again on another day', async () => {
    backend.host.refusesNotes = true
    await asks('Sofia Marchetti', 'Tue 2026-11-24 09:00')
    await look('Tue 2026-11-24 12:59')
    await look('Tue 2026-11-24 13:00')
    window.localStorage.setItem('kept.notes-unavailable', addDays('2026-11-24', -1))

    await renderScreen(<App />, { backend })

    await waitFor(() => expect(told()).not.toBeNull())
  })
})

describe('quiet', () => {
  it('is said in the sidebar, with the way to end it', async () => {
    backend.setNow(at('Tue 2026-11-24 10:40'))
    await backend.ask(api.reminders.quiet, { until: at('Tue 2026-11-24 13:00') })
    await renderScreen(<App />, { backend })
    await screen.findByText('Quiet until 13:00')

    act(() => screen.getByRole('button', { name: 'End the quiet now' }).click())

    await waitFor(() => expect(screen.queryByText('Quiet until 13:00')).toBeNull())
    expect((await backend.ask(api.reminders.show, {})).quietUntil).toBeNull()
  })

  it('is over by itself when its moment has come', async () => {
    backend.setNow(at('Tue 2026-11-24 10:40'))
    await backend.ask(api.reminders.quiet, { until: at('Tue 2026-11-24 13:00') })
    const { setNow } = await renderScreen(<App />, { backend })
    await screen.findByText('Quiet until 13:00')

    setNow('Tue 2026-11-24 13:00')

    await waitFor(() => expect(screen.queryByText('Quiet until 13:00')).toBeNull())
  })

  it.each([
    ['Wed 2026-11-25 09:00', 'Quiet until tomorrow, 9:00'],
    ['Mon 2026-11-30 09:00', 'Quiet until Mon 30 Nov, 9:00'],
  ])('names the day where it is another: %s', async (until, words) => {
    backend.setNow(at('Tue 2026-11-24 10:40'))
    await backend.ask(api.reminders.quiet, { until: at(until) })

    await renderScreen(<App />, { backend })

    await screen.findByText(words)
  })
})
