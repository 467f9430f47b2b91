import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { Stage } from '../../shared/domain/client'
import { App } from '../App'
import { Foot } from '../shell/Foot'
import { press, renderScreen } from '../testing'
import { ClientsScreen } from './ClientsScreen'

const details = { shortName: null, sentByClientId: null, language: null, zone: null }

async function addClient(backend: TestBackend, name: string, stage: Stage = 'current', email?: string) {
  const people = email === undefined ? [] : [personAt(email)]
  return backend.ask(api.clients.add, { ...details, name, stage, people, project: null })
}

const personAt = (value: string) => ({
  name: 'Sofia Marchetti',
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters: true,
  birthday: null,
  addresses: [{ kind: 'email' as const, value }],
})

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

const names = () => screen.getAllByRole('listitem').map((row) => within(row).getByRole('link').textContent)

describe('the clients', () => {
  beforeEach(() => window.sessionStorage.clear())
  afterEach(() => cleanup())

  it('say first how many they are, then name them in order', async () => {
    const backend = await openTestBackend()
    await addClient(backend, 'Priya Raman & Tom Hollis')
    await addClient(backend, 'Northgate Arts Trust', 'lead')
    await addClient(backend, 'Jess & Callum Reid', 'past')

    await renderScreen(<ClientsScreen />, { backend })

    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(
      '3 clients, 1 of them current.',
    )
    await waitFor(() =>
      expect(names()).toEqual(['Jess & Callum Reid', 'Northgate Arts Trust', 'Priya Raman & Tom Hollis']),
    )
    expect(screen.getByText('1 lead, 1 past client')).toBeDefined()
  })

  it('say what is next while there are none', async () => {
    await renderScreen(<ClientsScreen />)

    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('No clients yet.')
    expect(await screen.findByText(/a name is enough/)).toBeDefined()
  })

  it('are found while one types, by a part of an address as well', async () => {
    const backend = await openTestBackend()
    await addClient(backend, 'Sofia & Ben', 'current', 'sofia@marchetti.example')
    await addClient(backend, 'Orchard House')
    await renderScreen(<ClientsScreen />, { backend })
    await waitFor(() => expect(names()).toHaveLength(2))

    type('Search clients', 'marchetti.ex')
    await waitFor(() => expect(names()).toEqual(['Sofia & Ben']))

    type('Search clients', 'nobody at all')
    expect(await screen.findByText('Nobody fits “nobody at all”.')).toBeDefined()
  })

  it('are sifted by stage', async () => {
    const backend = await openTestBackend()
    await addClient(backend, 'Sofia & Ben')
    await addClient(backend, 'Orchard House', 'lead')
    await renderScreen(<ClientsScreen />, { backend })
    await waitFor(() => expect(names()).toHaveLength(2))

    fireEvent.click(screen.getByLabelText('Leads'))

    await waitFor(() => expect(names()).toEqual(['Orchard House']))
  })

  it('open with Enter', async () => {
    const backend = await openTestBackend()
    const { id } = await addClient(backend, 'Orchard House')
    await renderScreen(<ClientsScreen />, { backend })
    const row = await screen.findByRole('listitem')

    row.focus()
    press('enter')

    expect(window.location.hash).toBe(`#/clients/${id}`)
  })

  it('are archived with Undo, and shown on wish', async () => {
    const backend = await openTestBackend()
    await addClient(backend, 'Orchard House')
    await addClient(backend, 'Sofia & Ben')
    await renderScreen(<ClientsScreen />, { backend })
    await waitFor(() => expect(names()).toHaveLength(2))

    const row = screen.getByRole('listitem', { name: /Orchard House/ })
    fireEvent.click(within(row).getByText('Archive'))
    expect(await screen.findByText('Archived Orchard House.')).toBeDefined()
    await waitFor(() => expect(names()).toEqual(['Sofia & Ben']))

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))
    await waitFor(() => expect(names()).toEqual(['Orchard House', 'Sofia & Ben']))
  })

  it('show who is archived and bring them back', async () => {
    const backend = await openTestBackend()
    const { id } = await addClient(backend, 'Orchard House')
    await backend.ask(api.clients.archive, { id })
    await renderScreen(<ClientsScreen />, { backend })

    fireEvent.click(await screen.findByLabelText('Archived'))
    fireEvent.click(await screen.findByText('Bring back'))

    expect(await screen.findByText('Orchard House is back.')).toBeDefined()
    expect(await screen.findByText('Nobody is archived.')).toBeDefined()
  })

  it('grow by a page at a time', async () => {
    const backend = await openTestBackend()
    for (let n = 100; n < 230; n++) await addClient(backend, `Client ${n}`)
    await renderScreen(<ClientsScreen />, { backend })
    await waitFor(() => expect(names()).toHaveLength(100))

    fireEvent.click(screen.getByText('Show 30 more'))

    await waitFor(() => expect(names()).toHaveLength(130))
  }, 20_000)
})

describe('adding a client', () => {
  beforeEach(() => window.sessionStorage.clear())
  afterEach(() => cleanup())

  const open = async (backend?: TestBackend) => {
    const shown = await renderScreen(
      <>
        <ClientsScreen />
        <Foot />
      </>,
      backend ? { backend } : {},
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Add a client' }))
    return shown
  }

  it('takes people with addresses and a first project in one go, and opens the page', async () => {
    const { backend } = await open()
    const [name] = screen.getAllByLabelText('Name')
    if (name === undefined) throw new Error('There is no field for the name.')
    expect(document.activeElement).toBe(name)

    fireEvent.change(name, { target: { value: 'Priya Raman & Tom Hollis' } })
    const person = screen.getByRole('group', { name: 'Person 1' })
    fireEvent.change(within(person).getByLabelText('Name'), { target: { value: 'Priya Raman' } })
    fireEvent.change(within(person).getByLabelText('Email'), { target: { value: 'priya@raman.example' } })
    type('What it is', 'Wedding')
    type('Day', '2027-06-12')
    fireEvent.click(screen.getByRole('button', { name: 'Add' }))

    await waitFor(() => expect(window.location.hash).toMatch(/^#\/clients\/\d+$/))
    const { rows } = await backend.ask(api.clients.list, {})
    const [row] = rows
    if (row === undefined) throw new Error('Nobody was added.')
    const page = await backend.ask(api.clients.show, { id: row.id })
    expect(page.people[0]?.addresses.map(({ value }) => value)).toEqual(['priya@raman.example'])
    expect(page.projects[0]?.eventOn).toBe('2027-06-12')
  })

  it('does not ask who sent the very first', async () => {
    await open()

    expect(screen.queryByText(/Who sent them/)).toBeNull()
  })

  it('asks who sent them once there is somebody', async () => {
    const backend = await openTestBackend()
    await addClient(backend, 'Grace Okafor')

    await open(backend)

    expect(await screen.findByRole('combobox', { name: /Who sent them/ })).toBeDefined()
  })

  it('is open at once where the address asks for it', async () => {
    await renderScreen(<App />, { address: '#/clients/new' })

    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByLabelText('Name')[0]))
    expect(window.location.hash).toBe('#/clients')
  })

  it('says at the field what is wrong, puts the focus there, and keeps what was typed', async () => {
    await open()
    const [name] = screen.getAllByLabelText('Name')
    fireEvent.change(name as HTMLElement, { target: { value: 'Orchard House' } })
    const person = screen.getByRole('group', { name: 'Person 1' })
    fireEvent.change(within(person).getByLabelText('Name'), { target: { value: 'Ines Duarte' } })
    fireEvent.change(within(person).getByLabelText('Email'), { target: { value: 'ines at orchard' } })

    fireEvent.click(screen.getByRole('button', { name: 'Add' }))

    const wrong = await screen.findByText('Give one mail address, such as anna@example.org.')
    const email = within(person).getByLabelText('Email')
    expect(email.getAttribute('aria-describedby')).toContain(wrong.id)
    await waitFor(() => expect(document.activeElement).toBe(email))
    expect((email as HTMLInputElement).value).toBe('ines at orchard')
  })

  it('keeps what was typed when it is closed by mistake', async () => {
    await open()
    const [name] = screen.getAllByLabelText('Name')
    fireEvent.change(name as HTMLElement, { target: { value: 'Orchard House' } })
    fireEvent.keyDown(name as HTMLElement, { key: 'Escape' })
    expect(screen.queryByRole('form')).toBeNull()

    fireEvent.click(screen.getByRole('button', { name: 'Add a client' }))

    expect((screen.getAllByLabelText('Name')[0] as HTMLInputElement).value).toBe('Orchard House')
    expect(screen.getByText('What you typed before is still here.')).toBeDefined()
  })
})
