import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { Push } from '../../shared/api/pushes'
import { at } from '../../shared/testing'
import { App } from '../App'
import { renderScreen } from '../testing'
import type { Wire } from '../wire'

let backend: TestBackend

beforeEach(async () => {
  // jsdom does not have it; ids in these tests need no escaping.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  backend = await openTestBackend()
})

/** Somebody who wrote at nine, and whom nobody has answered yet. */
async function wait(name: string): Promise<void> {
  const added = await backend.ask(api.clients.add, {
    name,
    shortName: null,
    stage: 'current',
    sentByClientId: null,
    language: null,
    zone: null,
    people: [],
    project: null,
  })
  await backend.ask(api.messages.log, {
    clientId: added.id,
    personId: null,
    channel: 'text',
    direction: 'inbound',
    at: at('Tue 2026-11-24 09:00'),
    text: `Is the hall free? ${name}`,
  })
}

const focusedRow = () => document.activeElement?.getAttribute('data-row')
const waiting = async (place = 0) => `wait-${(await backend.ask(api.today.show, {})).waiting[place]?.waitId}`
const address = () => window.location.hash

describe('a row the address asks for', () => {
  it('is selected and focused at the start, and the address becomes the plain place', async () => {
    await wait('Sofia')
    await wait('Imogen')
    const row = await waiting(1)

    await renderScreen(<App />, { backend, address: `#/today/${row}` })

    await waitFor(() => expect(focusedRow()).toBe(row))
    expect(address()).toBe('#/today')
  })

  it('is gone to from another page', async () => {
    await wait('Sofia')
    const row = await waiting()
    await renderScreen(<App />, { backend, address: '#/outbox' })
    await screen.findByRole('heading', { level: 1 })

    act(() => void (window.location.hash = `#/today/${row}`))

    await waitFor(() => expect(focusedRow()).toBe(row))
    expect(address()).toBe('#/today')
  })

  it.each([
    ['acknowledge', /^Acknowledgement to Sofia/],
    ['reply', /^Letter to Sofia/],
  ])('opens the letter that is to be begun under it: %s', async (begin, title) => {
    await wait('Sofia')
    const row = await waiting()

    await renderScreen(<App />, { backend, address: `#/today/${row}/${begin}` })

    const panel = await screen.findByRole('group', { name: title })
    expect(panel.closest('[data-row]')?.getAttribute('data-row')).toBe(row)
    expect((await backend.ask(api.today.show, {})).waiting).toHaveLength(1)
    expect(address()).toBe('#/today')
  })

  it('is waited for where the page does not know it yet', async () => {
    await renderScreen(<App />, { backend, wire: (wire) => ({ ...wire, onPush: () => () => undefined }) })
    await screen.findByRole('heading', { level: 1 })
    await wait('Sofia')
    const row = await waiting()

    act(() => void (window.location.hash = `#/today/${row}`))

    await waitFor(() => expect(focusedRow()).toBe(row))
  })

  it('is shown though it stands far down its section', async () => {
    for (let n = 1; n <= 14; n += 1) await wait(`Client ${n}`)
    const row = await waiting(13)

    await renderScreen(<App />, { backend, address: `#/today/${row}` })

    await waitFor(() => expect(focusedRow()).toBe(row))
  })

  it('is shown where it is put aside', async () => {
    await wait('Sofia')
    const { waiting: rows } = await backend.ask(api.today.show, {})
    const itemId = rows[0]?.waitId ?? 0
    const { moments } = await backend.ask(api.snoozes.choices, { item: 'wait', itemId })
    const { showOn = '', showTime = '' } = moments[0] ?? {}
    await backend.ask(api.snoozes.snooze, { item: 'wait', itemId, showOn, showTime })

    await renderScreen(<App />, { backend, address: `#/today/wait-${itemId}` })

    await waitFor(() => expect(focusedRow()).toBe(`aside-wait-${itemId}`))
  })

  it('is said to be done where it is no longer there', async () => {
    await wait('Sofia')

    await renderScreen(<App />, { backend, address: '#/today/wait-4711/acknowledge' })

    await screen.findByText('That is done already.')
    expect(address()).toBe('#/today')
  })

  it('is not looked for again later', async () => {
    await wait('Sofia')
    await wait('Imogen')
    const [first, second] = [await waiting(0), await waiting(1)]
    await renderScreen(<App />, { backend, address: `#/today/${second}` })
    await waitFor(() => expect(focusedRow()).toBe(second))

    act(() => document.querySelector<HTMLElement>(`[data-row="${first}"]`)?.focus())
    await act(async () => void (await wait('Tom')))

    await screen.findAllByText('Tom')
    expect(focusedRow()).toBe(first)
  })
})

describe('what the host wants', () => {
  /** A wire over which the test speaks for the host too. */
  function spoken() {
    const told: Parameters<Wire['onPush']>[0][] = []
    const wire = (under: Wire): Wire => ({
      ...under,
      onPush: (listener, onGap) => {
        told.push(listener)
        return under.onPush(listener, onGap)
      },
    })
    const tell = (push: Push) => act(() => told.forEach((listener) => listener(push)))
    const open = (place: string) => tell({ kind: 'open', now: backend.now(), place })
    return { wire, open, tell }
  }

  it('is gone to: a row of Today', async () => {
    await wait('Sofia')
    const row = await waiting()
    const { wire, open } = spoken()
    await renderScreen(<App />, { backend, wire, address: '#/clients' })
    await screen.findByRole('heading', { level: 1 })

    open(`#/today/${row}`)

    await waitFor(() => expect(focusedRow()).toBe(row))
  })

  it('is gone to as often as it is wanted', async () => {
    await wait('Sofia')
    const row = await waiting()
    const { wire, open } = spoken()
    await renderScreen(<App />, { backend, wire, address: `#/today/${row}` })
    await waitFor(() => expect(focusedRow()).toBe(row))
    act(() => document.getElementById('sheet')?.focus())

    open(`#/today/${row}`)

    await waitFor(() => expect(focusedRow()).toBe(row))
  })

  it('moves no clock, whenever the system brings it', async () => {
    const { wire, tell } = spoken()
    await renderScreen(<App />, { backend, wire })
    await screen.findByText('Tuesday 24 November, 10:40')

    tell({ kind: 'open', now: 0, place: '#/today' })

    await screen.findByText('Tuesday 24 November, 10:40')
    expect(screen.getByText('6 h 50 m left today')).toBeDefined()
  })

  it('opens the quick log over the page that is there', async () => {
    const { wire, open } = spoken()
    await renderScreen(<App />, { backend, wire, address: '#/clients' })
    await screen.findByRole('heading', { level: 1 })

    open('#/log')

    await screen.findByRole('dialog')
    await waitFor(() => expect(address()).toBe('#/clients'))
  })

  it('leads to Today where it is nobody’s place', async () => {
    const { wire, open } = spoken()
    await renderScreen(<App />, { backend, wire, address: '#/clients' })
    await screen.findByRole('heading', { level: 1 })

    open('javascript:alert(1)')

    await waitFor(() => expect(address()).toBe('#/today'))
  })
})

describe('the quick log', () => {
  it('opens over Today when the window was begun for it', async () => {
    await renderScreen(<App />, { backend, address: '#/log' })

    await screen.findByRole('dialog')
    expect(address()).toBe('#/today')
  })
})
