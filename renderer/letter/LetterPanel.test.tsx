import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seedBusiness, rowsOf } from '../../db/testing'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import type { InputOf } from '../../shared/api/contract'
import { api } from '../../shared/api/index'
import type { ClientId, PersonId, WaitId } from '../../shared/domain/ids'
import { aNewClient, aNewPerson, at } from '../../shared/testing'
import { Foot } from '../shell/Foot'
import { press, renderScreen } from '../testing'
import { LetterPanel, type LetterBegin } from './LetterPanel'

const account: InputOf<typeof api.mail.setAccount> = {
  revision: null,
  host: 'localhost',
  port: 2525,
  security: 'none',
  user: null,
  fromName: 'Hazel Marsh',
  fromAddress: 'hazel@marsh.example',
}

const mailed = (value: string) => ({ addresses: [{ kind: 'email' as const, value }] })

/** Sofia, who asks about the quartet on Mon 23 Nov at 13:50, and Ben, whose address is not known. */
async function sofiaAsks(backend: TestBackend) {
  const { id, personIds } = await backend.ask(
    api.clients.add,
    aNewClient('Sofia & Ben', {
      people: [
        aNewPerson('Sofia Marchetti', mailed('sofia@marchetti.example')),
        aNewPerson('Ben Okafor', { ...mailed('ben@okafor.example'), isInLetters: false }),
      ],
    }),
  )
  const logged = await backend.ask(api.messages.log, {
    clientId: id,
    personId: personIds[0] as PersonId,
    channel: 'email',
    direction: 'inbound',
    at: at('Mon 2026-11-23 13:50'),
    subject: 'The quartet',
    text: 'Is the quartet still confirmed? Mum has been asking.',
  })
  return { clientId: id, waitId: logged.startedWaitId as WaitId }
}

async function budgetPromised(backend: TestBackend, clientId: ClientId): Promise<LetterBegin> {
  const { id } = await backend.ask(api.promises.add, {
    clientId,
    what: 'Send the revised budget',
    asNoun: 'the revised budget',
    doneAs: null,
    note: null,
    dueOn: '2026-11-24',
    dueTime: '13:00',
    ownOn: null,
  })
  return { kind: 'move-the-date', clientId, promiseId: id }
}

/** A page with a button that opens the letter, as a row does. */
function Page({ begin }: { begin: LetterBegin }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Open
      </button>
      {isOpen && <LetterPanel place="page" begin={begin} onClose={() => setIsOpen(false)} />}
      <Foot />
    </>
  )
}

async function open(backend: TestBackend, begin: LetterBegin) {
  const shown = await renderScreen(<Page begin={begin} />, { backend })
  screen.getByText('Open').focus()
  fireEvent.click(screen.getByText('Open'))
  await screen.findByText('Send')
  return shown
}

const again = async () => {
  fireEvent.click(screen.getByText('Open'))
  await screen.findByText('Send')
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

const letters = (backend: TestBackend) => rowsOf(backend.store, 'letter')
const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

let backend: TestBackend
let begin: LetterBegin
beforeEach(async () => {
  window.sessionStorage.clear()
  backend = await openTestBackend()
  await backend.ask(api.mail.setAccount, account)
  const { clientId, waitId } = await sofiaAsks(backend)
  begin = { kind: 'acknowledge', clientId, waitId }
})
afterEach(() => cleanup())

describe('a ready letter', () => {
  it('is sent with one key, and the foot says what was promised', async () => {
    await open(backend, begin)
    expect(document.activeElement?.textContent).toContain('Send')
    expect(screen.getByText('Sofia', { selector: '.filled' })).toBeDefined()

    press('ctrl+enter')

    await waitFor(() =>
      expect(status().join()).toContain('On its way to Sofia. You promised a full answer by Wed 25 Nov.'),
    )
    expect(screen.queryByText('Send')).toBeNull()
    expect(await letters(backend)).toMatchObject([{ state: 'queued', is_held: 0 }])
    expect(document.activeElement?.textContent).toBe('Open')
  })

  it('is a draft again after Undo', async () => {
    await open(backend, begin)
    press('ctrl+enter')
    await waitFor(() => expect(status().join()).toContain('On its way'))

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))

    await waitFor(async () => expect(await letters(backend)).toMatchObject([{ state: 'draft' }]))
  })

  it('is held for ten minutes with Ctrl Shift Enter', async () => {
    await open(backend, begin)

    press('ctrl+shift+enter')

    await waitFor(() => expect(status().join()).toContain('Held for 10 minutes, then it goes to Sofia.'))
    const [letter] = await letters(backend)
    expect(letter).toMatchObject({ is_held: 1, not_before: at('Tue 2026-11-24 10:50') })
  })

  it('promises another day, and says it in the text', async () => {
    await open(backend, begin)

    fireEvent.change(await screen.findByLabelText('Full answer by'), { target: { value: '2026-11-27' } })

    expect(await screen.findByText('Friday 27 November')).toBeDefined()
  })

  it('goes to others of the client and to an address typed, and to nobody twice', async () => {
    await open(backend, begin)
    fireEvent.click(screen.getByRole('button', { name: 'Send it to Ben Okafor as well' }))
    fireEvent.click(screen.getByText('Add an address'))
    type('Mail address', 'not an address')
    press('enter')
    expect(screen.getByText(/Give one mail address/)).toBeDefined()

    type('Mail address', 'sofia@MARCHETTI.example')
    press('enter')
    expect(screen.getByText(/on this letter already/)).toBeDefined()

    type('Mail address', 'Elena Marchetti <elena@marchetti.example>')
    press('enter')

    await waitFor(async () => {
      const [letter] = await letters(backend)
      expect(JSON.parse(letter?.recipients ?? '[]')).toMatchObject([
        { address: 'sofia@marchetti.example' },
        { address: 'ben@okafor.example' },
        { name: 'Elena Marchetti', address: 'elena@marchetti.example', personId: null },
      ])
    })
  })

  it('that goes to nobody says so and stays', async () => {
    await open(backend, begin)
    fireEvent.click(screen.getByRole('button', { name: 'Take Sofia Marchetti off this letter' }))

    fireEvent.click(screen.getByText('Send'))

    expect(await screen.findByText(/goes to nobody yet/)).toBeDefined()
    expect(await letters(backend)).toMatchObject([{ state: 'draft' }])
  })
})

describe('a letter that lacks something', () => {
  it('names it, holds Send, and takes it where it was asked', async () => {
    await open(backend, await budgetPromised(backend, begin.clientId))
    expect(screen.getByText(/“Why the date moves” is still empty/)).toBeDefined()

    fireEvent.click(screen.getByText('Send'))

    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Why the date moves')))
    expect(screen.getByLabelText('Why the date moves').getAttribute('aria-invalid')).toBe('true')
    expect(await letters(backend)).toMatchObject([{ state: 'draft' }])

    type('Why the date moves', 'The marquee firm has given me a new figure')
    expect(screen.getByText('The marquee firm has given me a new figure')).toBeDefined()
    await waitFor(() => expect(screen.queryByText(/is still empty/)).toBeNull(), { timeout: 2_000 })
    fireEvent.keyDown(screen.getByLabelText('Why the date moves'), { key: 'Enter' })

    await waitFor(() => expect(status().join()).toContain('On its way to Sofia. The new date is Wed 25 Nov.'))
  })

  it('keeps its mark in a text written by hand', async () => {
    await open(backend, await budgetPromised(backend, begin.clientId))
    fireEvent.click(screen.getByText('Edit the text'))
    const text = screen.getByLabelText<HTMLTextAreaElement>('Text')
    expect(text.value).toContain('{{reason}}')

    fireEvent.click(screen.getByText('Send'))

    expect(await screen.findByText('Replace what stands in double braces: {{reason}}.')).toBeDefined()
    expect(await letters(backend)).toMatchObject([{ state: 'draft' }])
  })

  it('asks for its subject where a new letter has none', async () => {
    await open(backend, { kind: 'blank', clientId: begin.clientId })
    type('What you want to say', 'The quartet is confirmed.')

    fireEvent.click(screen.getByText('Send'))

    expect(await screen.findByText('Say what the letter is about.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Subject'))
    type('Subject', 'The quartet')
    press('ctrl+enter')
    await waitFor(() => expect(status().join()).toContain('On its way to Sofia.'))
    const [letter] = await letters(backend)
    expect(letter?.frozen_subject).toBe('The quartet')
    expect(letter?.frozen_text).toContain('Dear Sofia,\n\nThe quartet is confirmed.\n\nHazel Marsh')
  })
})

describe('what is typed', () => {
  it('is saved within two seconds, and found again', async () => {
    await open(backend, begin)
    fireEvent.click(screen.getByText('Edit the text'))
    type('Text', 'Dear Sofia, more by Wednesday.')

    await waitFor(async () => expect((await letters(backend))[0]?.body).toContain('by Wednesday'), {
      timeout: 2_000,
    })
    await renderScreen(<Page begin={begin} />, { backend })
    await again()

    expect(screen.getByLabelText<HTMLTextAreaElement>('Text').value).toBe('Dear Sofia, more by Wednesday.')
    expect(await letters(backend)).toHaveLength(1)
  })

  it('is saved with Esc, and the focus goes back', async () => {
    await open(backend, begin)
    type('Subject', 'The quartet, tomorrow')
    screen.getByLabelText('Subject').focus()

    press('esc')

    await waitFor(() => expect(screen.queryByLabelText('Subject')).toBeNull())
    expect((await letters(backend))[0]?.subject).toBe('The quartet, tomorrow')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Open'))
  })

  it('goes back to the template and comes back again', async () => {
    await open(backend, begin)
    fireEvent.click(screen.getByText('Edit the text'))
    type('Text', 'My own words.')
    fireEvent.click(screen.getByText('Start again from the template'))
    expect(screen.queryByLabelText('Text')).toBeNull()

    fireEvent.click(screen.getByText('Bring back what I wrote'))

    expect(screen.getByLabelText<HTMLTextAreaElement>('Text').value).toBe('My own words.')
  })

  it('stands beside what another window saved meanwhile, until one is chosen', async () => {
    await open(backend, begin)
    const [row] = await letters(backend)
    const { letter } = await backend.ask(api.letters.begin, begin)
    await backend.ask(api.letters.save, {
      id: letter.id,
      revision: row?.revision ?? 0,
      recipients: [...letter.recipients],
      subject: 'From the other window',
      body: null,
      fields: {},
      promise: letter.promise,
    })

    type('Subject', 'From this window')

    expect(await screen.findByText('From the other window', {}, { timeout: 2_000 })).toBeDefined()
    expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('From this window')
    fireEvent.click(screen.getByText('Keep what I wrote'))
    await waitFor(async () => expect((await letters(backend))[0]?.subject).toBe('From this window'))
    expect(screen.queryByText('Keep what I wrote')).toBeNull()
  })

  it('stays in the tab when it cannot be saved, and closing asks for a second look', async () => {
    await open(backend, begin)
    const [row] = await letters(backend)
    await backend.store.write((db) => db.updateTable('letter').set({ state: 'queued' }).execute())
    type('Subject', 'Too late')
    screen.getByLabelText('Subject').focus()

    press('esc')

    expect(await screen.findByText(/nothing of it is lost/)).toBeDefined()
    expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Too late')
    press('esc')
    await waitFor(() => expect(screen.queryByLabelText('Subject')).toBeNull())
    expect(window.sessionStorage.getItem(`kept.typed.letter-${row?.id}`)).toContain('Too late')
  })

  it('is put aside with Discard, and Undo brings it back', async () => {
    await open(backend, begin)
    fireEvent.click(screen.getByText('Discard'))
    await waitFor(() => expect(status().join()).toContain('The draft is put aside.'))
    expect(await letters(backend)).toMatchObject([{ state: 'discarded' }])

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))

    await waitFor(async () => expect(await letters(backend)).toMatchObject([{ state: 'draft' }]))
  })
})

describe('without a mail account', () => {
  beforeEach(async () => {
    const { account: known } = await backend.ask(api.mail.account, {})
    await backend.ask(api.mail.removeAccount, { revision: known?.revision ?? 0 })
  })

  it('Send offers the other ways, and the way to Settings', async () => {
    await open(backend, begin)

    fireEvent.click(screen.getByText('Send'))

    const link = await screen.findByText('Set up mail in Settings')
    expect(link.getAttribute('href')).toBe('#/settings/mail')
    expect(screen.getByText('Mail program')).toBeDefined()
    expect(screen.getByText('Save as a file')).toBeDefined()
  })

  it('a copied letter counts once the user says it was sent', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', Object.assign(navigator, { clipboard: { writeText } }))
    await open(backend, begin)
    fireEvent.click(screen.getByText('Another way…'))

    fireEvent.click(screen.getByText('Copy the text'))

    expect(await screen.findByText('Did you send it?')).toBeDefined()
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('Dear Sofia,'))
    expect(await rowsOf(backend.store, 'promise')).toEqual([])
    fireEvent.click(screen.getByText('I sent it'))
    await waitFor(() => expect(status().join()).toContain('Noted: you sent it to Sofia.'))
    expect(await rowsOf(backend.store, 'promise')).toHaveLength(1)
  })

  it('Not yet makes it a draft again', async () => {
    await open(backend, begin)
    fireEvent.click(screen.getByText('Another way…'))
    fireEvent.click(screen.getByText('Copy the text'))

    fireEvent.click(await screen.findByText('Not yet'))

    expect(await screen.findByText('Send')).toBeDefined()
    expect(await letters(backend)).toMatchObject([{ state: 'draft' }])
  })
})

describe('without the name of the user', () => {
  it('asks for it in place, and goes on to the letter', async () => {
    await backend.store.write((db) => seedBusiness(db, { user_name: '', signature: '' }))
    await renderScreen(<Page begin={begin} />, { backend })
    fireEvent.click(screen.getByText('Open'))

    fireEvent.change(await screen.findByLabelText('Your name'), { target: { value: 'Hazel' } })
    fireEvent.click(screen.getByText('Go on to the letter'))

    expect(await screen.findByText('Send')).toBeDefined()
    expect(screen.getByText('Hazel')).toBeDefined()
  })
})
