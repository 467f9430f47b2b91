import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import { ClientId } from '../../shared/domain/ids'
import { at } from '../../shared/testing'
import { Foot } from '../shell/Foot'
import { renderScreen } from '../testing'
import { LogProvider, useLog } from './LogProvider'
import type { LogAbout } from './log-typed'

beforeAll(() => {
  // jsdom does not have it; ids in these tests need no escaping.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
})

const sofia = {
  name: 'Sofia Marchetti',
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters: true,
  birthday: null,
  addresses: [],
}
const client = {
  name: 'Sofia & Ben',
  shortName: null,
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
  people: [sofia],
  project: null,
} as const

async function backendOn(moment: string): Promise<{ backend: TestBackend; about: LogAbout }> {
  const backend = await openTestBackend({ now: at(moment) })
  const { id } = await backend.ask(api.clients.add, { ...client, people: [...client.people] })
  return { backend, about: { client: { id, name: client.name } } }
}

function Opener({ about }: { about: LogAbout }) {
  const log = useLog()
  return <button onClick={() => log(about)}>open</button>
}

async function openLog(backend: TestBackend, about: LogAbout) {
  await renderScreen(
    <LogProvider>
      <Opener about={about} />
      <Foot />
    </LogProvider>,
    { backend },
  )
  await reopen()
}

async function reopen() {
  fireEvent.click(screen.getByText('open'))
  await screen.findByRole('dialog', { name: 'Log a call or message' }, { timeout: 10_000 })
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('the quick log', () => {
  beforeEach(() => window.sessionStorage.clear())
  afterEach(() => cleanup())

  it('logs a voicemail of Friday 17:00 and says when the clock is due', async () => {
    const { backend, about } = await backendOn('Fri 2026-11-20 17:05')
    await openLog(backend, about)

    fireEvent.click(screen.getByLabelText('Voicemail'))
    fireEvent.click(screen.getByLabelText('Earlier…'))
    type('Day', '2026-11-20')
    type('Time', '17:00')
    type('What was said', 'Is the quartet still confirmed?')
    await screen.findByLabelText('Person')
    press('Log it')

    expect(await screen.findByText('Logged. Sofia’s clock runs: due Mon 12:30.')).toBeDefined()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says that a clock stopped, and takes it back with Undo', async () => {
    const { backend, about } = await backendOn('Tue 2026-11-24 10:40')
    const clientId = ClientId.parse(about.client?.id)
    await backend.ask(api.messages.log, {
      clientId,
      personId: null,
      channel: 'text',
      direction: 'inbound',
      at: at('Tue 2026-11-24 10:00'),
      text: 'Is the quartet still confirmed?',
    })
    await openLog(backend, about)

    fireEvent.click(screen.getByLabelText('I rang'))
    await screen.findByLabelText('Person')
    type('What was said', 'It is confirmed.')
    press('Log it')
    expect(await screen.findByText('Logged. Sofia’s clock stopped.')).toBeDefined()

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))
    await screen.findByText('Taken back.')
    expect((await backend.ask(api.clients.show, { id: clientId })).waits).toHaveLength(1)
  })

  it('makes the promise that was made in the same breath, for the earliest safe day', async () => {
    const { backend, about } = await backendOn('Tue 2026-11-24 10:40')
    await openLog(backend, about)

    type('What was said', 'Could you send the menu?')
    press('And I promised…')
    type('What you promised', 'Send the menu')
    const earliest = await screen.findByLabelText(/Wed 25 Nov/)
    expect((earliest as HTMLInputElement).checked).toBe(true)
    press('Log both')

    expect(await screen.findByText('Logged. Promised: Send the menu, by Wed 25 Nov.')).toBeDefined()
    const page = await backend.ask(api.clients.show, { id: ClientId.parse(about.client?.id) })
    expect(page.promises.map(({ what, dueOn, saidChannel }) => [what, dueOn, saidChannel])).toEqual([
      ['Send the menu', '2026-11-25', 'call'],
    ])
  })

  it('logs the message once, also where the promise has to be mended first', async () => {
    const { backend, about } = await backendOn('Tue 2026-11-24 10:40')
    await openLog(backend, about)

    type('What was said', 'Could you send the menu?')
    press('And I promised…')
    type('What you promised', 'Send the menu')
    fireEvent.click(await screen.findByLabelText('Another day…'))
    type('Day', '2026-11-20')
    press('Log both')

    expect(await screen.findByText('That has gone by; choose a moment that lies ahead.')).toBeDefined()
    expect(screen.getByText(/The message is logged/)).toBeDefined()
    type('Day', '2026-11-26')
    press('Save the promise')

    expect(await screen.findByText('Logged. Promised: Send the menu, by Thu 26 Nov.')).toBeDefined()
    const id = ClientId.parse(about.client?.id)
    expect(await backend.ask(api.clients.timeline, { id, kind: 'messages' })).toHaveLength(1)
  })

  it('asks for the client, and for what was said, at their fields', async () => {
    const { backend } = await backendOn('Tue 2026-11-24 10:40')
    await openLog(backend, {})
    const name = await screen.findByRole('combobox', { name: /Who/ }, { timeout: 10_000 })

    fireEvent.click(screen.getByText('Log it'))
    expect(await screen.findByText('Choose the client it was with.')).toBeDefined()
    await waitFor(() => expect(document.activeElement).toBe(name))
  })

  it('refuses what has not come yet at the day', async () => {
    const { backend, about } = await backendOn('Tue 2026-11-24 10:40')
    await openLog(backend, about)

    fireEvent.click(screen.getByLabelText('Earlier…'))
    type('Day', '2026-11-25')
    type('Time', '09:00')
    type('What was said', 'Tomorrow’s call')
    press('Log it')

    expect(await screen.findByText('That has not come yet; log what has happened.')).toBeDefined()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Day')))
    expect((screen.getByLabelText('What was said') as HTMLTextAreaElement).value).toBe('Tomorrow’s call')
  })

  it('keeps what was typed when it is closed by mistake, and drops it on Cancel', async () => {
    const { backend, about } = await backendOn('Tue 2026-11-24 10:40')
    await openLog(backend, about)
    type('What was said', 'Half a sentence')
    act(() => void fireEvent.keyDown(screen.getByLabelText('What was said'), { key: 'Escape' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

    await reopen()
    expect((screen.getByLabelText('What was said') as HTMLTextAreaElement).value).toBe('Half a sentence')
    press('Cancel')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

    await reopen()
    expect((screen.getByLabelText('What was said') as HTMLTextAreaElement).value).toBe('')
  })

  it('keeps the lines of a pasted mail', async () => {
    const { backend, about } = await backendOn('Tue 2026-11-24 10:40')
    await openLog(backend, about)

    fireEvent.click(screen.getByLabelText('Pasted mail'))
    type('What was said', 'Hi Hazel,\n\nIs the quartet confirmed?\n\nSofia')
    press('Log it')
    await screen.findByText(/Logged\./)

    const id = ClientId.parse(about.client?.id)
    const [entry] = await backend.ask(api.clients.timeline, { id })
    expect(entry?.kind === 'message' && entry.text).toBe('Hi Hazel,\n\nIs the quartet confirmed?\n\nSofia')
  })

  it('finds a client by typing, with the keyboard alone', async () => {
    const { backend } = await backendOn('Tue 2026-11-24 10:40')
    await openLog(backend, {})
    const name = await screen.findByRole('combobox', { name: /Who/ }, { timeout: 10_000 })

    act(() => name.focus())
    fireEvent.change(name, { target: { value: 'sofi' } })
    await screen.findByRole('option', { name: /Sofia & Ben/ })
    fireEvent.keyDown(name, { key: 'ArrowDown' })
    fireEvent.keyDown(name, { key: 'Enter' })

    expect(await screen.findByLabelText('Person')).toBeDefined()
    expect((name as HTMLInputElement).value).toBe('Sofia & Ben')
  })
})
