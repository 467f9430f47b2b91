import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import { useQuery } from '../api'
import { usePanels } from '../client/use-panels'
import { Foot } from '../shell/Foot'
import { press, renderScreen } from '../testing'
import { useNow } from '../use-now'
import { PromiseList } from './PromiseList'

const client = {
  name: 'Sofia & Ben',
  shortName: null,
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
} as const

type Opened = { readonly backend: TestBackend; readonly id: ClientId }

async function sofia(): Promise<Opened> {
  const backend = await openTestBackend()
  const { id } = await backend.ask(api.clients.add, { ...client, people: [], project: null })
  return { backend, id }
}

const promises = ({ backend, id }: Opened, what: string, dueOn: string) =>
  backend.ask(api.promises.add, {
    clientId: id,
    what,
    asNoun: null,
    doneAs: null,
    note: null,
    dueOn,
    dueTime: null,
    ownOn: null,
  })

function Shown({ id }: { id: ClientId }) {
  const page = useQuery(api.clients.show, { id }).value
  const calendar = useQuery(api.calendar.show, {}).value?.calendar
  const panels = usePanels()
  const now = useNow()
  return (
    <>
      {page && calendar && <PromiseList page={page} calendar={calendar} now={now} panels={panels} />}
      <Foot />
    </>
  )
}

async function show({ backend, id }: Opened) {
  const shown = await renderScreen(<Shown id={id} />, { backend })
  await screen.findByRole('region', { name: 'Promises' })
  return shown
}

const list = () => within(screen.getByRole('region', { name: 'Promises' }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(list().getByLabelText(label), { target: { value } })
const click = (name: string | RegExp) => fireEvent.click(list().getByRole('button', { name }))
const open = async ({ backend, id }: Opened) => (await backend.ask(api.clients.show, { id })).promises

beforeEach(() => window.sessionStorage.clear())
afterEach(() => cleanup())

describe('adding a promise', () => {
  it('proposes the earliest safe day and says what each day holds', async () => {
    const opened = await sofia()
    for (const what of ['One', 'Two', 'Three']) await promises(opened, what, '2026-11-25')
    await promises(opened, 'Four', '2026-11-26')
    await show(opened)

    click('Add a promise')

    const days = await screen.findByRole('group', { name: 'Told day' })
    await waitFor(() =>
      expect(
        within(days)
          .getAllByRole('radio')
          .map((day) => day.closest('label')?.textContent),
      ).toEqual([
        'Thu 26 Nov1 other that day',
        'Fri 27 NovNothing promised yet',
        'Mon 30 NovNothing promised yet',
        'Another day…',
      ]),
    )
    expect((within(days).getAllByRole('radio')[0] as HTMLInputElement).checked).toBe(true)
  })

  it('takes a day of its own before the told day', async () => {
    const opened = await sofia()
    await show(opened)
    click('Add a promise')
    await list().findByLabelText(/Wed 25 Nov/)

    type('What you promised', 'Send the revised budget')
    fireEvent.click(list().getByLabelText('Another day…'))
    type('Day', '2026-12-04')
    type(/^Your own earlier day/, '2026-12-01')
    click(/^Add$/)

    expect(await screen.findByText('Promised: Send the revised budget, by Fri 4 Dec.')).toBeDefined()
    expect((await open(opened)).map(({ what, dueOn, ownOn }) => [what, dueOn, ownOn])).toEqual([
      ['Send the revised budget', '2026-12-04', '2026-12-01'],
    ])
  })

  it('says that a day is full, that it has gone by, that an own day comes too late, each at its field', async () => {
    const opened = await sofia()
    for (const what of ['One', 'Two', 'Three']) await promises(opened, what, '2026-11-25')
    await show(opened)
    click('Add a promise')
    await list().findByLabelText(/Thu 26 Nov/)
    type('What you promised', 'Send the revised budget')
    fireEvent.click(list().getByLabelText('Another day…'))

    type('Day', '2026-11-25')
    expect(await list().findByText('That day is full')).toBeDefined()

    type(/^Your own earlier day/, '2026-11-27')
    click(/^Add$/)
    const late = await list().findByText('Your own day is the told day at the latest.')
    const own = list().getByLabelText(/^Your own earlier day/)
    expect(own.getAttribute('aria-describedby')).toContain(late.id)
    await waitFor(() => expect(document.activeElement).toBe(own))

    type('Day', '2026-11-20')
    click(/^Add$/)
    expect(await list().findByText('That has gone by; choose a moment that lies ahead.')).toBeDefined()
  })
})

describe('a promise of the list', () => {
  it('is kept by its box, and taken back with Undo', async () => {
    const opened = await sofia()
    await promises(opened, 'Rain plan', '2026-12-01')
    await show(opened)

    fireEvent.click(list().getByRole('checkbox', { name: 'Kept: Rain plan' }))

    expect(await screen.findByText('Kept: Rain plan.')).toBeDefined()
    expect(await list().findByText('1 kept, none missed')).toBeDefined()
    expect(await open(opened)).toHaveLength(0)

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))
    await waitFor(async () => expect(await open(opened)).toHaveLength(1))
  })

  it('tells how it was made and every move of its date', async () => {
    const opened = await sofia()
    const { id, revision } = await promises(opened, 'Rain plan', '2026-12-01')
    const to = { dueOn: '2026-12-03', dueTime: null, why: 'The barn answers on Wednesday.' }
    await opened.backend.ask(api.promises.move, { id, revision, ...to })
    await show(opened)

    click('Rain plan')

    expect(
      await screen.findByText(/Moved on Tue 24 Nov, before it was due: Tue 1 Dec to Thu 3 Dec/),
    ).toBeDefined()
    expect(screen.getByText(/“The barn answers on Wednesday.”/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'It will not be kept' })).toBeNull()
  })

  it('can be given up only once it is late, which its day says in words', async () => {
    const opened = await sofia()
    await promises(opened, 'Rain plan', '2026-11-25')
    const { setNow } = await show(opened)

    setNow('Thu 2026-11-26 09:30')
    expect(await list().findByText('was due Wed 25 Nov')).toBeDefined()
    click('Rain plan')
    click('It will not be kept')

    expect(await screen.findByText('It will not be kept: Rain plan.')).toBeDefined()
    expect(await open(opened)).toHaveLength(0)
  })

  it('changes its words and its own day, and leaves the told day to a letter', async () => {
    const opened = await sofia()
    await promises(opened, 'Rain plan', '2026-12-01')
    await show(opened)

    click('Rain plan')
    click('Edit')
    expect(list().queryByRole('group', { name: 'Told day' })).toBeNull()
    type(/^Note/, 'Tell Meera as well')
    type(/^Your own earlier day/, '2026-11-27')
    click('Save')

    expect(await screen.findByText('Changed: Rain plan.')).toBeDefined()
    expect((await open(opened)).map(({ note, ownOn, dueOn }) => [note, ownOn, dueOn])).toEqual([
      ['Tell Meera as well', '2026-11-27', '2026-12-01'],
    ])
  })

  it('closes its details with Esc and gives the focus back', async () => {
    const opened = await sofia()
    await promises(opened, 'Rain plan', '2026-12-01')
    await show(opened)
    const what = list().getByRole('button', { name: 'Rain plan' })
    what.focus()
    click('Rain plan')

    press('esc')

    expect(list().queryByRole('button', { name: 'Edit' })).toBeNull()
    expect(document.activeElement).toBe(what)
  })
})
