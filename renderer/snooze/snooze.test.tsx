import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import type { PersonId } from '../../shared/domain/ids'
import { aNewClient, aNewPerson, aNewProject, at } from '../../shared/testing'
import { App } from '../App'
import { press, renderScreen } from '../testing'

let backend: TestBackend

beforeAll(() => {
  // jsdom does not have it; ids in these tests need no escaping.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
})

/** Tuesday, 10:40: Sofia waits too long, Tom until 14:30; Tom is also promised something for Thursday. */
beforeEach(async () => {
  backend = await openTestBackend({ now: at('Mon 2026-11-23 09:00') })
  const sofia = await aWait('Sofia Marchetti', 'Mon 2026-11-23 13:50')
  const tom = await aWait('Tom Hollis', 'Tue 2026-11-24 10:30')
  expect([sofia.startedWaitId, tom.startedWaitId]).toEqual([1, 2])
  backend.setNow(at('Tue 2026-11-24 10:40'))
})

afterEach(() => cleanup())

async function aWait(name: string, moment: string) {
  backend.setNow(at(moment))
  const project = aNewProject({ eventOn: '2026-12-12' })
  const client = aNewClient(name, { people: [aNewPerson(name)], project })
  const { id: clientId, personIds } = await backend.ask(api.clients.add, client)
  return backend.ask(api.messages.log, {
    ...{ clientId, personId: (personIds[0] as PersonId | undefined) ?? null, channel: 'email' },
    ...{ direction: 'inbound', at: at(moment), text: `What does ${name} ask?` },
  })
}

async function showToday() {
  const shown = await renderScreen(<App />, { backend })
  await screen.findByRole('button', { name: 'Snooze, and more for Tom Hollis' })
  return shown
}

const row = (name: string) => {
  const found = screen.getAllByRole('listitem').find((item) => item.textContent.includes(name))
  if (found === undefined) throw new Error(`${name} is in no row`)
  return found
}

async function openMenu(name: string): Promise<HTMLElement> {
  act(() => row(name).focus())
  press('s')
  const menu = await screen.findByRole('menu')
  await within(menu).findAllByRole('menuitem')
  return menu
}

const choose = async (menu: HTMLElement, name: RegExp) => {
  await act(async () => void fireEvent.click(within(menu).getByRole('menuitem', { name })))
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
}

describe('the moon of a row', () => {
  it('opens by S with its moments in words, and what is seldom done under them', async () => {
    await showToday()

    const menu = await openMenu('Tom Hollis')
    const items = within(menu).getAllByRole('menuitem')
    expect(items.map((item) => item.textContent)).toEqual([
      ...['In an hour 11:40', 'After lunch 13:00', 'I called them', 'No reply needed N'],
    ])
    await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true))
    expect(menu.textContent).toMatch(/^Snooze until/)
  })

  it('says why where nothing can be chosen, and still offers the rest', async () => {
    await showToday()

    const menu = await openMenu('Sofia Marchetti')
    expect(menu.textContent).toMatch(/^Sofia Marchetti would wait too long\. Acknowledge or reply first\./)
    expect(within(menu).getAllByRole('menuitem')).toHaveLength(2)
  })

  it('asks for the moments anew each time it opens', async () => {
    const { setNow } = await showToday()
    press('esc')
    await openMenu('Tom Hollis')
    press('esc')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    setNow('Tue 2026-11-24 11:20')

    const menu = await openMenu('Tom Hollis')
    expect(within(menu).getAllByRole('menuitem')[0]?.textContent).toBe('In an hour 12:20')
  })

  it('gives the focus back to the row with Esc, where arrows move on', async () => {
    await showToday()
    await openMenu('Tom Hollis')

    press('esc')
    await waitFor(() => expect(document.activeElement).toBe(row('Tom Hollis')))
    press('up')
    expect(document.activeElement).toBe(row('Sofia Marchetti'))
  })

  it('puts the row aside; the sentence, the counts and one quiet line say so', async () => {
    await showToday()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^2 people are waiting/)

    await choose(await openMenu('Tom Hollis'), /^After lunch/)

    expect(await screen.findByRole('button', { name: '1 put aside until 13:00' })).toBeDefined()
    expect(screen.getByRole('status').textContent).toContain('Put aside until 13:00: Tom Hollis.')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^1 person is waiting/)
  })
})

describe('another day', () => {
  const promised = async () => {
    const { waiting } = await backend.ask(api.today.show, {})
    await backend.ask(api.promises.add, {
      ...{ clientId: waiting[0]?.clientId as never, what: 'Send the rain plan', asNoun: null, doneAs: null },
      ...{ note: null, dueOn: '2026-11-27', dueTime: null, ownOn: '2026-11-24' },
    })
    return showToday()
  }
  const askForDay = async () => {
    await choose(await openMenu('Send the rain plan'), /^Another day…/)
    const panel = await screen.findByRole('group', { name: 'Put Sofia Marchetti aside until another day' })
    const field = within(panel).getByLabelText('Show again on')
    await waitFor(() => expect(document.activeElement).toBe(field))
    return {
      panel,
      field,
      put: () => act(async () => void fireEvent.submit(field.closest('form') as HTMLElement)),
    }
  }

  it('is not offered where the row would be late before one begins', async () => {
    await promised()

    expect((await openMenu('Tom Hollis')).textContent).not.toContain('Another day')
    press('esc')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect((await openMenu('Send the rain plan')).textContent).toContain('Another day…')
  })

  it('stays and closes where scrolling answers a promise, as it does in a new Chromium', async () => {
    Object.assign(Element.prototype, { scrollIntoView: () => Promise.resolve() })
    onTestFinished(() => void Reflect.deleteProperty(Element.prototype, 'scrollIntoView'))
    await promised()
    const { panel, field, put } = await askForDay()

    await put()
    expect(panel.textContent).toContain('Choose the day on which it shows again.')
    fireEvent.change(field, { target: { value: '2026-11-26' } })
    await put()

    await waitFor(() => expect(panel.isConnected).toBe(false))
    expect(screen.queryByText(/There is a fault in Kept/)).toBeNull()
  })

  it('opens under its row with the field in focus, and shows it again when that day’s work begins', async () => {
    await promised()
    const { panel, field, put } = await askForDay()
    expect(row('Send the rain plan').contains(panel)).toBe(true)
    expect(panel.textContent).toContain('When work begins that day, on Fri 27 Nov at the latest.')

    fireEvent.change(field, { target: { value: '2026-11-26' } })
    await put()

    expect(await screen.findByRole('button', { name: '1 put aside until Thursday, 9:00' })).toBeDefined()
    expect(screen.getByRole('status').textContent).toContain(
      'Put aside until Thursday, 9:00: Sofia Marchetti.',
    )
    expect(screen.queryByLabelText('Show again on')).toBeNull()
    expect(await backend.ask(api.today.show, {})).toMatchObject({
      aside: [{ item: 'promise', shownAt: at('Thu 2026-11-26 09:00') }],
    })
  })

  it('says under the field what is wrong with a day, and keeps it open', async () => {
    await promised()
    const { panel, field, put } = await askForDay()

    await put()
    expect(panel.textContent).toContain('Choose the day on which it shows again.')
    fireEvent.change(field, { target: { value: '2026-11-23' } })
    expect(panel.textContent).not.toContain('Choose the day on which')
    await put()
    await waitFor(() => expect(panel.textContent).toContain('That moment has gone by.'))
    expect(document.activeElement).toBe(field)
    expect((await backend.ask(api.today.show, {})).aside).toEqual([])
  })

  it('is left with Esc and with Cancel, back on the row, and nothing is put aside', async () => {
    await promised()
    await askForDay()
    press('esc')
    await waitFor(() => expect(document.activeElement).toBe(row('Send the rain plan')))
    expect(screen.queryByLabelText('Show again on')).toBeNull()

    const { panel } = await askForDay()
    fireEvent.click(within(panel).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(document.activeElement).toBe(row('Send the rain plan')))
    expect((await backend.ask(api.today.show, {})).aside).toEqual([])
  })
})

describe('what is put aside', () => {
  const putTomAside = async () => {
    const shown = await showToday()
    await choose(await openMenu('Tom Hollis'), /^After lunch/)
    const line = await screen.findByRole('button', { name: '1 put aside until 13:00' })
    return { ...shown, line }
  }

  it('opens under the line with until when, and is shown again now by S', async () => {
    const { line } = await putTomAside()
    expect(screen.queryByRole('list', { name: 'Put aside' })).toBeNull()

    fireEvent.click(line)
    const list = screen.getByRole('list', { name: 'Put aside' })
    expect(list.textContent).toMatch(
      /Until 13:00.*Tom Hollis.*What does Tom Hollis ask\?.*Waiting for a reply/,
    )
    act(() => within(list).getByRole('listitem').focus())
    press('s')

    await waitFor(() => expect(screen.queryByRole('list', { name: 'Put aside' })).toBeNull())
    expect(screen.getByRole('status').textContent).toContain('Back in sight: Tom Hollis.')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^2 people are waiting/)
  })

  it('is back in its section when its minute has come, though nobody announced a change', async () => {
    const { setNow } = await putTomAside()
    setNow('Tue 2026-11-24 12:59')
    expect(screen.getByRole('button', { name: /put aside/ })).toBeDefined()

    setNow('Tue 2026-11-24 13:00')
    await waitFor(() => expect(screen.queryByRole('button', { name: /put aside/ })).toBeNull())
    expect(row('Tom Hollis').textContent).toContain('What does Tom Hollis ask?')
  })

  it('is back by Undo', async () => {
    await putTomAside()
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }))

    await waitFor(() => expect(screen.queryByRole('button', { name: /put aside/ })).toBeNull())
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^2 people are waiting/)
  })

  it('says until when the first of several shows again', async () => {
    await putTomAside()
    const today = await backend.ask(api.today.show, {})
    const promise = await backend.ask(api.promises.add, {
      ...{
        clientId: today.aside[0]?.clientId as never,
        what: 'Send the rain plan',
        asNoun: null,
        doneAs: null,
      },
      ...{ note: null, dueOn: '2026-11-27', dueTime: null, ownOn: '2026-11-24' },
    })
    const until = { showOn: '2026-11-25', showTime: '09:00' }
    await act(async () => backend.ask(api.snoozes.snooze, { item: 'promise', itemId: promise.id, ...until }))

    const line = await screen.findByRole('button', { name: '2 put aside, the first until 13:00' })
    fireEvent.click(line)
    expect(screen.getByRole('list', { name: 'Put aside' }).textContent).toMatch(/Until tomorrow9:00/)
  })
})
