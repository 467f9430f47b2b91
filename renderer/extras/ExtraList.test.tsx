import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import { useQuery } from '../api'
import { usePanels } from '../client/use-panels'
import { Foot } from '../shell/Foot'
import { renderScreen } from '../testing'
import { ExtraList } from './ExtraList'

const client = {
  name: 'Jess & Callum Reid',
  shortName: null,
  stage: 'past',
  sentByClientId: null,
  language: null,
  zone: null,
} as const
const swatch = {
  what: 'Swatch card',
  because: 'She asked about the green',
  occasion: null,
  occasionOn: null,
  costMinor: 600,
  minutes: null,
}

function Shown({ id }: { id: ClientId }) {
  const page = useQuery(api.clients.show, { id }).value
  const panels = usePanels()
  return (
    <>
      {page && <ExtraList page={page} panels={panels} />}
      <Foot />
    </>
  )
}

async function show(): Promise<{ backend: TestBackend; id: ClientId }> {
  const backend = await openTestBackend()
  const { id } = await backend.ask(api.clients.add, { ...client, people: [], project: null })
  await backend.ask(api.extras.add, { clientId: id, ...swatch, state: 'idea', givenOn: null })
  await renderScreen(<Shown id={id} />, { backend })
  await screen.findByText('Swatch card')
  return { backend, id }
}

const list = () => within(screen.getByRole('region', { name: 'Little extras' }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(list().getByLabelText(label), { target: { value } })
const click = (name: string | RegExp) => fireEvent.click(list().getByRole('button', { name }))
const lines = () =>
  list()
    .getAllByRole('listitem')
    .map((line) => line.textContent)

beforeEach(() => window.sessionStorage.clear())
afterEach(() => cleanup())

describe('little extras', () => {
  it('are planned, given and counted against the share of the year', async () => {
    await show()
    expect(lines()).toEqual(['IdeaSwatch card£6'])
    expect(list().getByText('£0 of £120')).toBeDefined()

    click('Swatch card')
    expect(list().getByText('Because: She asked about the green')).toBeDefined()
    click('Plan it')
    expect(await screen.findByText('Planned: Swatch card.')).toBeDefined()

    click('I gave it already')
    expect(await list().findByText('£6 of £120')).toBeDefined()
    await waitFor(() => expect(lines()[0]).toContain('24 NovSwatch card£6'))
  })

  it('are declined and gone from the list, until Undo', async () => {
    await show()

    click('Swatch card')
    click('Not this one')
    expect(await list().findByText('None yet.')).toBeDefined()

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))
    await waitFor(() => expect(lines()).toHaveLength(1))
  })

  it('are put in as already given, with the time they took', async () => {
    const { backend, id } = await show()

    click('Add a little extra')
    type('What it is', 'Train times, typed large')
    type(/^Time it takes/, '30')
    type('It is', 'given')
    type('Given on', '2026-11-23')
    fireEvent.click(within(list().getByRole('form')).getByRole('button', { name: 'Add' }))

    expect(await screen.findByText('Added: Train times, typed large.')).toBeDefined()
    const { extras } = await backend.ask(api.clients.show, { id })
    expect(extras.find(({ what }) => what.startsWith('Train'))).toMatchObject({
      state: 'given',
      givenOn: '2026-11-23',
      minutes: 30,
    })
  })

  it('hold the form while a cost cannot be read, and keep what was typed', async () => {
    await show()
    click('Add a little extra')
    type('What it is', 'Cordial')
    type(/^Cost/, 'about six')

    fireEvent.click(within(list().getByRole('form')).getByRole('button', { name: 'Add' }))

    expect(await list().findByText('Enter an amount, such as 6.50.')).toBeDefined()
    const cost = list().getByLabelText(/^Cost/) as HTMLInputElement
    await waitFor(() => expect(document.activeElement).toBe(cost))
    expect(cost.value).toBe('about six')
  })
})
