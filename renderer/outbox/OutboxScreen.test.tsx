import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import type { InputOf } from '../../shared/api/contract'
import { api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import { day, hour } from '../../shared/lib/time'
import { aNewClient, aNewPerson, at } from '../../shared/testing'
import { press, renderScreen } from '../testing'
import { OutboxScreen } from './OutboxScreen'

const account: InputOf<typeof api.mail.setAccount> = {
  revision: null,
  host: 'localhost',
  port: 2525,
  security: 'none',
  user: null,
  fromName: 'Hazel Marsh',
  fromAddress: 'hazel@marsh.example',
}

let backend: TestBackend
let clientId: ClientId
beforeEach(async () => {
  window.sessionStorage.clear()
  backend = await openTestBackend()
  await backend.ask(api.mail.setAccount, account)
  const addresses = [{ kind: 'email' as const, value: 'sofia@marchetti.example' }]
  const people = [aNewPerson('Sofia Marchetti', { addresses })]
  clientId = (await backend.ask(api.clients.add, aNewClient('Sofia & Ben', { people }))).id
})
afterEach(() => cleanup())

/** A letter that was written, and what is done with it next. */
async function written(subject: string) {
  const { letter } = await backend.ask(api.letters.begin, { kind: 'blank', clientId })
  const { letter: saved } = await backend.ask(api.letters.save, {
    id: letter.id,
    revision: letter.revision,
    recipients: [...letter.recipients],
    subject,
    body: 'Dear Sofia,\n\nThe quartet is confirmed.',
    fields: {},
    promise: null,
  })
  return { id: saved.id, revision: saved.revision }
}
const sent = async (subject: string, hold: 'undo' | 'ten-minutes' = 'undo') =>
  backend.ask(api.letters.send, { ...(await written(subject)), hold })

const show = () => renderScreen(<OutboxScreen />, { backend })
const sentence = async () => (await screen.findByRole('heading', { level: 1 })).textContent
const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
const states = async () => (await rowsOf(backend.store, 'letter')).map(({ state }) => state)

describe('the Outbox', () => {
  it('says that nothing waits while it is empty', async () => {
    await show()

    expect(await sentence()).toBe('Nothing waits to be sent.')
  })

  it('says when a letter goes, and takes it back as a draft', async () => {
    await sent('The quartet')
    await show()
    expect(await sentence()).toBe('One letter is on the way.')
    expect(screen.getByText('Goes 10:40')).toBeDefined()

    fireEvent.click(screen.getByText('Take back'))

    await waitFor(() => expect(status().join()).toContain('It is a draft again'))
    expect(await sentence()).toBe('Nothing waits to be sent. One draft is begun.')
    expect(await states()).toEqual(['draft'])
  })

  it('tells a letter that is held ten minutes apart, and sends it now on wish', async () => {
    await sent('The quartet', 'ten-minutes')
    await show()
    expect(await screen.findByText('Held until 10:50')).toBeDefined()

    fireEvent.click(screen.getByText('Send now'))

    await waitFor(() => expect(status().join()).toContain('It goes now.'))
  })

  it('says why a letter failed, and what can be done', async () => {
    const answer = '550 No such user'
    backend.mail.answers.push({
      outcome: 'refused',
      code: 'E_SMTP_REJECTED',
      values: { host: 'localhost', answer },
    })
    await sent('The quartet')
    backend.setNow(at('Tue 2026-11-24 10:42'))
    await backend.ask(api.mail.deliver, {})
    await show()

    expect(await sentence()).toBe('One letter needs a word from you.')
    expect(screen.getByText(/localhost refused the letter: 550 No such user/)).toBeDefined()
    expect(screen.getByText('Not sent')).toBeDefined()
    for (const action of ['Take back', 'Send again', 'Mark as sent', 'Discard'])
      expect(screen.getByText(action)).toBeDefined()

    fireEvent.click(screen.getByText('Send again'))
    await waitFor(async () => expect(await states()).toEqual(['queued']))
  })

  it('asks about a letter nobody knows of, and never sends it again by itself (OM-4)', async () => {
    backend.mail.answers.push({
      outcome: 'unknown',
      code: 'E_MAIL_UNKNOWN',
      values: { host: 'localhost' },
    })
    await sent('The quartet')
    backend.setNow(at('Tue 2026-11-24 10:42'))
    await backend.ask(api.mail.deliver, {})
    await show()

    expect(await screen.findByText(/It may have been delivered/)).toBeDefined()
    expect(screen.getByText('Not certain')).toBeDefined()
    fireEvent.click(screen.getByText('Read it'))
    expect(await screen.findByText('The quartet is confirmed.')).toBeDefined()

    fireEvent.click(screen.getByText('Mark as sent'))
    await waitFor(() => expect(status().join()).toContain('Noted as sent to Sofia & Ben.'))
    expect(await states()).toEqual(['sent'])
  })

  it('asks whether a letter that was handed over was sent', async () => {
    await backend.ask(api.letters.handOver, { ...(await written('The quartet')), way: 'mail-program' })
    await show()
    expect(await screen.findByText(/It went to your mail program/)).toBeDefined()

    fireEvent.click(screen.getByText('I sent it'))

    await waitFor(async () => expect(await states()).toEqual(['sent']))
    expect(await screen.findByText('you sent it')).toBeDefined()
  })

  it('asks in place for the password letters wait for', async () => {
    const { account: known } = await backend.ask(api.mail.account, {})
    const details = { ...account, host: 'mail.example.org', security: 'tls' as const, user: 'hazel' }
    await backend.ask(api.mail.setAccount, { ...details, revision: known?.revision ?? 0 })
    await sent('The quartet')
    backend.setNow(at('Tue 2026-11-24 10:42'))
    await backend.ask(api.mail.deliver, {})
    await show()
    expect(await sentence()).toBe('One letter waits for your password.')

    const field = await screen.findByLabelText('Password of hazel at mail.example.org')
    fireEvent.click(screen.getByText('Let them go'))
    expect(screen.getByText('Type the password first.')).toBeDefined()
    fireEvent.change(field, { target: { value: 'open sesame' } })
    fireEvent.click(screen.getByText('Let them go'))

    await waitFor(() => expect(status().join()).toContain('The letters go now.'))
    await backend.ask(api.mail.deliver, {})
    expect(await states()).toEqual(['sent'])
    await waitFor(() => expect(screen.queryByLabelText(/Password of/)).toBeNull())
    expect(Object.values(window.sessionStorage).join()).not.toContain('open sesame')
  })

  it('asks about letters whose time came only because the clock moved, and sends them on wish (RM-5)', async () => {
    for (const subject of ['One', 'Two', 'Three', 'Four']) await sent(subject)
    await backend.jumpClock(3 * day)
    await show()
    expect(await sentence()).toBe('4 letters need a word from you.')
    const said = 'The computer’s clock moved forward by 3 days. 4 letters are on hold.'
    const notice = await screen.findByText(said)

    fireEvent.click(within(notice.parentElement ?? notice).getByText('Send now'))
    await waitFor(() => expect(status().join()).toContain('They go now.'))
    await waitFor(() => expect(screen.queryByText(said)).toBeNull())
    await backend.ask(api.mail.deliver, {})
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent'])
  })

  it('keeps the times of letters on hold on wish, and asks again after Undo', async () => {
    await sent('The quartet')
    await backend.jumpClock(hour)
    await show()
    const said = 'The computer’s clock moved forward by an hour. One letter is on hold.'
    await screen.findByText(said)

    fireEvent.click(screen.getByText('Keep times'))
    await waitFor(() => expect(status().join()).toContain('It keeps its time.'))
    expect(await sentence()).toBe('One letter is on the way.')
    expect(screen.getByText('Waits')).toBeDefined()
    expect(screen.queryByText(said)).toBeNull()

    fireEvent.click(screen.getByRole('button', { name: /Undo/ }))
    expect(await screen.findByText(said)).toBeDefined()
  })

  it('asks whether a clock that moved by days is right, also without letters', async () => {
    await backend.jumpClock(-3 * day)
    await show()
    const said = /^The computer’s clock moved back by 3 days. Until you say that it is right/
    await screen.findByText(said)

    fireEvent.click(screen.getByText('The time is right'))
    await waitFor(() => expect(status().join()).toContain('Thank you.'))
    expect(backend.host.clockWatch.movedBy()).toBe(0)
  })

  it('opens a draft where it was left, and Esc gives the row its focus back', async () => {
    await written('The quartet')
    await show()
    const row = await screen.findByRole('listitem', { name: /The quartet/ })
    row.focus()
    press('enter')

    const text = await within(row).findByLabelText<HTMLTextAreaElement>('Text')
    expect(text.value).toBe('Dear Sofia,\n\nThe quartet is confirmed.')
    text.focus()
    press('esc')

    await waitFor(() => expect(screen.queryByLabelText('Text')).toBeNull())
    expect(document.activeElement).toBe(screen.getByRole('listitem', { name: /The quartet/ }))
  })

  it('puts a draft aside with Undo', async () => {
    await written('The quartet')
    await show()

    fireEvent.click(await screen.findByText('Discard'))
    await waitFor(async () => expect(await states()).toEqual(['discarded']))
    fireEvent.click(await screen.findByRole('button', { name: /Undo/ }))

    await waitFor(async () => expect(await states()).toEqual(['draft']))
  })
})
