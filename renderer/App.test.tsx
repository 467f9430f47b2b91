import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openTestBackend } from '../electron/testing'
import { api } from '../shared/api/index'
import { at } from '../shared/testing'
import { App } from './App'
import { press, renderScreen } from './testing'
import type { Wire } from './wire'

const places = () => within(screen.getByRole('navigation', { name: 'Places' }))
const current = () => document.querySelector('[aria-current="page"]')?.textContent

const details = {
  shortName: null,
  stage: 'current' as const,
  sentByClientId: null,
  language: null,
  zone: null,
}

const wedding = {
  kind: 'Wedding',
  eventOn: '2027-06-12',
  eventMonth: null,
  venue: null,
  place: null,
  guests: null,
  isGuestsAbout: false,
  state: 'open' as const,
  standing: null,
  cadenceDays: null,
}

async function withClient() {
  const backend = await openTestBackend()
  const { id } = await backend.ask(api.clients.add, {
    ...details,
    name: 'Grace Okafor',
    people: [],
    project: null,
  })
  return { backend, id }
}

describe('the window', () => {
  it('shows the places with their counts, and how much of the working day is left', async () => {
    const { backend } = await withClient()

    await renderScreen(<App />, { backend })

    await places().findByText('1')
    expect(
      places()
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Today', 'Clients1', 'Outbox'])
    expect(current()).toBe('Today')
    expect(screen.getByText('6 h 50 m left today')).toBeDefined()
    expect(document.title).toBe('Today · Kept')
  })

  it('counts nothing on a clear day, though an update is ready ahead of its day', async () => {
    const backend = await openTestBackend({ now: at('Tue 2026-11-10 10:40') })
    await backend.ask(api.clients.add, { ...details, name: 'Grace Okafor', people: [], project: wedding })
    backend.setNow(at('Mon 2026-11-23 10:40'))
    expect((await backend.ask(api.today.show, {})).updates).toMatchObject([{ state: 'fine' }])

    await renderScreen(<App />, { backend })

    await places().findByText('1')
    expect(places().getByRole('link', { name: /^Today/ }).textContent).toBe('Today')
  })

  it('takes the last command back with Z, wherever one is', async () => {
    const { backend, id } = await withClient()
    await backend.ask(api.clients.archive, { id })
    await renderScreen(<App />, { backend })
    await screen.findByText('6 h 50 m left today')

    press('z')

    await screen.findByText('Taken back.')
    expect((await backend.ask(api.clients.show, { id })).client.archivedAt).toBeNull()
  })

  it('says that there is nothing to take back', async () => {
    await renderScreen(<App />)
    await screen.findByRole('heading', { level: 1 })

    press('z')

    await screen.findByText('There is nothing to take back.')
  })

  it('goes to a place by G and its letter', async () => {
    await renderScreen(<App />)
    await screen.findByRole('heading', { level: 1 })

    press('g')
    press('c')

    await waitFor(() => expect(window.location.hash).toBe('#/clients'))
  })

  it('leads past the sidebar to the page', async () => {
    await renderScreen(<App />)
    await screen.findByRole('heading', { level: 1 })

    const skip = screen.getByRole('link', { name: 'Skip to the page' })
    skip.click()

    await waitFor(() => expect(document.activeElement?.id).toBe('sheet'))
  })

  it('says how to get a new link when the host no longer knows this one', async () => {
    const stale = (wire: Wire): Wire => ({
      ...wire,
      ask: async () => ({
        ok: false,
        now: 0,
        error: { kind: 'not-allowed', code: 'E_TOKEN', values: {}, message: 'Not known.' },
      }),
    })

    await renderScreen(<App />, { wire: stale })

    await screen.findByRole('heading', { level: 1, name: 'This page needs a new link.' })
    expect(screen.getByText(/Press Enter in the terminal/)).toBeDefined()
    expect(screen.queryByRole('navigation')).toBeNull()
  })
})
