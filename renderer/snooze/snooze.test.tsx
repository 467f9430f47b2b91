import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
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
      ...['In an hour 11:40', 'After lunch 13:00', 'I called them', 'No reply needed'],
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
