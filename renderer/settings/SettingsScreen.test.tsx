import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seedBusiness, rowsOf } from '../../db/testing'
import { openTestBackend, type TestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import type { SettingsPart } from '../../shared/domain/route'
import { renderScreen } from '../testing'
import { SettingsScreen } from './SettingsScreen'

let backend: TestBackend
beforeEach(async () => {
  window.sessionStorage.clear()
  backend = await openTestBackend()
})
afterEach(() => cleanup())

const show = (part: SettingsPart) => renderScreen(<SettingsScreen part={part} />, { backend })
const sentence = async () => (await screen.findByRole('heading', { level: 1 })).textContent
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const valueOf = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }))
const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
const said = (text: string) => waitFor(() => expect(status().join()).toContain(text))
const undo = () => fireEvent.click(screen.getByRole('button', { name: /Undo/ }))

/** The sentence that stands under a field. */
function errorOf(label: string | RegExp): string | null {
  const ids = screen.getByLabelText(label).getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ') || null
}

describe('the business', () => {
  it('is saved, said at the foot, and taken back with Undo', async () => {
    await show('business')
    expect(await sentence()).toBe('Your letters are signed by Hazel Marsh.')

    type('Your name', 'Hazel Fenwick')
    expect(screen.getByText('Not saved yet.')).toBeDefined()
    save()
    await said('The business is saved.')
    expect(await sentence()).toBe('Your letters are signed by Hazel Fenwick.')
    expect(screen.queryByText('Not saved yet.')).toBeNull()

    undo()
    await waitFor(() => expect(valueOf('Your name')).toBe('Hazel Marsh'))
  })

  it('says at its field that a name is missing, and keeps the rest', async () => {
    await show('business')
    await sentence()
    type('Your name', ' ')
    type(/^Business/, 'Fenwick')

    save()

    await waitFor(() => expect(errorOf('Your name')).toContain('It must not be empty.'))
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'))
    expect(valueOf(/^Business/)).toBe('Fenwick')
  })

  it('that was changed in another window shows both, and saves what was typed on wish', async () => {
    await show('business')
    await sentence()
    type('Your name', 'Typed here')
    const { revision, calendarVersion, samplePack, pack, ...details } = await backend.ask(
      api.business.show,
      {},
    )
    expect([calendarVersion, samplePack, pack]).toBeDefined()
    await backend.ask(api.business.change, { ...details, revision, userName: 'Saved there' })

    save()
    expect(await screen.findByText('Your name is now “Saved there”; you typed “Typed here”.')).toBeDefined()
    fireEvent.click(screen.getByText('Save what I typed'))

    await said('The business is saved.')
    expect((await backend.ask(api.business.show, {})).userName).toBe('Typed here')
  })

  it('keeps what was typed when another part is looked at', async () => {
    await show('business')
    await sentence()
    type('Your name', 'Half typed')

    await show('standards')
    await sentence()
    await show('business')
    await sentence()

    expect(valueOf('Your name')).toBe('Half typed')
    fireEvent.click(screen.getByText('Put it back'))
    expect(valueOf('Your name')).toBe('Hazel Marsh')
  })

  it('says that letters wait for a name while there is none', async () => {
    await backend.store.write((db) => seedBusiness(db, { user_name: '', signature: '' }))
    await show('business')

    expect(await sentence()).toBe('Letters wait for your name.')
  })
})

describe('the hours', () => {
  const times = (day: RegExp) => screen.getAllByLabelText<HTMLInputElement>(day).map(({ value }) => value)

  it('take a lunch break, and a night past midnight', async () => {
    await show('hours')
    expect(await sentence()).toBe('You are open Monday to Friday, 9:00 to 17:30.')

    fireEvent.change(screen.getByLabelText('Monday, until'), { target: { value: '12:30' } })
    fireEvent.click(screen.getByRole('button', { name: 'Monday: Add a second stretch' }))
    expect(times(/^Monday, from/)).toEqual(['9:00', '12:30'])
    const [, second] = screen.getAllByLabelText(/^Monday, from/)
    const [, until] = screen.getAllByLabelText(/^Monday, until/)
    fireEvent.change(second as HTMLElement, { target: { value: '13:30' } })
    fireEvent.change(until as HTMLElement, { target: { value: '17:30' } })
    fireEvent.click(screen.getByRole('button', { name: 'Saturday: Add hours' }))
    fireEvent.change(screen.getByLabelText('Saturday, from'), { target: { value: '18' } })
    fireEvent.change(screen.getByLabelText('Saturday, until'), { target: { value: '2:00' } })
    expect(screen.getByText('until 2:00 on Sunday')).toBeDefined()
    save()

    await said('Your hours are saved')
    const { calendar } = await backend.ask(api.calendar.show, {})
    expect(calendar.spans.filter(({ weekday }) => weekday === 1)).toEqual([
      { weekday: 1, opensAt: '09:00', closesAt: '12:30' },
      { weekday: 1, opensAt: '13:30', closesAt: '17:30' },
    ])
    expect(calendar.spans.at(-1)).toEqual({ weekday: 6, opensAt: '18:00', closesAt: '02:00' })
    expect(await sentence()).toBe('You are open 6 days a week, 49 h 30 m in all.')

    undo()
    await waitFor(() => expect(times(/^Monday, until/)).toEqual(['17:30']))
  })

  it('end at midnight', async () => {
    await show('hours')
    await sentence()
    fireEvent.change(screen.getByLabelText('Friday, until'), { target: { value: '0:00' } })
    expect(screen.getByText('until midnight')).toBeDefined()

    save()

    await said('Your hours are saved')
    const { calendar } = await backend.ask(api.calendar.show, {})
    expect(calendar.spans.at(-1)).toEqual({ weekday: 5, opensAt: '09:00', closesAt: '24:00' })
  })

  it('that are no time are said at their field', async () => {
    await show('hours')
    await sentence()
    fireEvent.change(screen.getByLabelText('Tuesday, from'), { target: { value: 'early' } })

    save()

    await waitFor(() => expect(errorOf('Tuesday, from')).toContain('Give'))
    expect(valueOf('Tuesday, from')).toBe('early')
  })

  it('cannot all go', async () => {
    await show('hours')
    await sentence()
    for (const button of screen.getAllByRole('button', { name: /^Remove / })) fireEvent.click(button)
    save()

    expect(await screen.findByText(/at least one stretch of hours/)).toBeDefined()
  })

  it('have days that differ, shown as one stretch, taken out and brought back', async () => {
    await show('hours')
    await sentence()
    fireEvent.click(screen.getByText('Add a day'))
    type('What it is', 'Winter break')
    type('First day', '2026-12-21')
    type(/^Last day/, '2026-12-20')
    fireEvent.click(screen.getByRole('button', { name: 'Add' }))
    await waitFor(() => expect(errorOf(/^Last day/)).toContain('the first day or a later one'))

    type(/^Last day/, '2026-12-24')
    fireEvent.click(screen.getByRole('button', { name: 'Add' }))
    await said('4 days are in your calendar.')
    expect(screen.getByText('Mon 21 Dec to Thu 24 Dec')).toBeDefined()
    expect(screen.getByText('closed, 4 days')).toBeDefined()

    fireEvent.click(screen.getByRole('button', { name: /^Remove Winter break/ }))
    await said('Winter break is taken out of your calendar.')
    expect(screen.getByText('No days off or other hours are put in.')).toBeDefined()

    undo()
    expect(await screen.findByText('Mon 21 Dec to Thu 24 Dec')).toBeDefined()
  })

  it('look up the holidays, and switch one off', async () => {
    await show('hours')
    await sentence()
    fireEvent.click(screen.getByText('Look them up'))
    await said('holidays were added.')

    const christmas = screen.getByLabelText<HTMLInputElement>(/Fri 25 Dec Christmas Day/)
    expect(christmas.checked).toBe(true)
    fireEvent.click(christmas)

    await said('Christmas Day is a working day now.')
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>(/Fri 25 Dec Christmas Day/).checked).toBe(false),
    )
  })
})

describe('the standards', () => {
  it('get a new version, in force from now, beside what is usual', async () => {
    await show('standards')
    expect(await sentence()).toBe(
      'You acknowledge within four working hours, and answer by the next working day.',
    )
    expect(screen.getAllByText(/^Usual: 4 h\./)).toHaveLength(1)
    const [first] = screen.getAllByLabelText('First sign of life')
    fireEvent.change(first as HTMLElement, { target: { value: '120' } })
    type('At most', '2')
    save()

    await said('They hold from now on.')
    expect(await screen.findByText('Clients: first sign of life: 2 h, before 4 h')).toBeDefined()
    expect(screen.getByText('From Tue 24 Nov, 10:40')).toBeDefined()
    expect(await rowsOf(backend.store, 'standard')).toHaveLength(2)
  })

  it('say at the field what is no number, and send nothing', async () => {
    await show('standards')
    await sentence()
    type('At most', 'many')

    save()

    expect(errorOf('At most')).toContain('Give a whole number, such as 3.')
    expect(await rowsOf(backend.store, 'standard')).toHaveLength(1)
  })
})

describe('the mail account', () => {
  const fill = async () => {
    await show('mail')
    expect(await sentence()).toBe('No mail account is set up yet.')
    type('Your mail address', 'hazel@marsh.example')
    type('Server for outgoing mail (SMTP)', 'mail.example.org')
    type(/^User name/, 'hazel')
    type('Password', 'open sesame')
  }

  it('is checked, which says what the server answered, and saved; the password is written nowhere', async () => {
    await fill()
    fireEvent.click(screen.getByText('Check the connection'))
    expect(await screen.findByText(/The server says: “220 mail.example.org ready”/)).toBeDefined()
    expect(Object.values(window.sessionStorage).join()).not.toContain('open sesame')

    save()
    await said('The mail account is saved.')

    expect(await sentence()).toBe('Letters go out through mail.example.org, from hazel@marsh.example.')
    expect(valueOf('Password')).toBe('')
    expect(screen.getByText(/It is in memory/)).toBeDefined()
    expect(JSON.stringify(await rowsOf(backend.store, 'mail_account'))).not.toContain('open sesame')
  })

  it('elsewhere without encryption is refused at the connection', async () => {
    await fill()
    fireEvent.click(screen.getByLabelText(/^Not encrypted/))
    expect(valueOf('Port')).toBe('25')

    fireEvent.click(screen.getByText('Check the connection'))

    expect(await screen.findByText(/mail.example.org is not this computer/)).toBeDefined()
    expect(screen.getByRole('radiogroup').getAttribute('aria-invalid')).toBe('true')
    save()
    expect(await screen.findByText(/mail.example.org is not this computer/)).toBeDefined()
    expect(await rowsOf(backend.store, 'mail_account')).toEqual([])
  })

  it('with a wrong password says so at the password', async () => {
    backend.mail.refusal = new Refusal('not-allowed', 'E_SMTP_AUTH', { host: 'mail.example.org' })
    await fill()

    fireEvent.click(screen.getByText('Check the connection'))

    await waitFor(() => expect(errorOf('Password')).toContain('refused the user name or password'))
    expect(valueOf('Password')).toBe('open sesame')
    type('Password', 'another')
    expect(errorOf('Password')).not.toContain('refused')
  })

  it.each(['0', '70000', ''])('refuses port “%s” at its field', async (port) => {
    await fill()
    type('Port', port)
    save()

    await waitFor(() => expect(errorOf('Port')).toContain('from 1 to 65535'))
    expect(valueOf('Port')).toBe(port)
  })

  it('is removed with Undo', async () => {
    await fill()
    save()
    await said('The mail account is saved.')

    fireEvent.click(screen.getByText('Remove the account'))
    await said('The mail account is removed.')
    expect(await sentence()).toBe('No mail account is set up yet.')
    expect(valueOf('Server for outgoing mail (SMTP)')).toBe('')

    undo()
    await waitFor(() => expect(valueOf('Server for outgoing mail (SMTP)')).toBe('mail.example.org'))
  })
})

describe('the letters', () => {
  beforeEach(() =>
    backend.store.write(async (db) => {
      const common = { language: 'en', revision: 0 }
      await db
        .insertInto('letter_template')
        .values([
          { ...common, kind: 'blank', name: 'Any letter', subject: '{{ about }}', body: 'Dear {{ names }},' },
          {
            ...common,
            kind: 'late-answer',
            name: 'A late answer',
            subject: 'My answer',
            body: 'Dear {{ names }},\n\n{{ answer }}',
          },
        ])
        .execute()
    }),
  )

  it('are shown filled in while they are written, with the names they know', async () => {
    await show('letters')
    expect(await sentence()).toBe('Two letters are ready to be filled in.')
    expect(await screen.findByText('Priya and Tom')).toBeDefined()

    type('Text', 'Hello {{ client }}')

    expect(await screen.findByText('Priya & Tom')).toBeDefined()
    const names = within(screen.getByRole('list', { name: 'Names this letter knows' })).getAllByRole('button')
    expect(names.map(({ textContent }) => textContent)).toContain('signature Your signature')
  })

  it('say at the text which name nobody knows, and keep it', async () => {
    await show('letters')
    await sentence()
    type('Text', 'Dear {{ nams }},')

    save()

    await waitFor(() => expect(errorOf('Text')).toContain('knows no “nams”'))
    expect(valueOf('Text')).toBe('Dear {{ nams }},')
  })

  it('say at the subject what is wrong there', async () => {
    await show('letters')
    await sentence()
    type('Subject', 'About {{ nothing }}')

    save()

    await waitFor(() => expect(errorOf('Subject')).toContain('knows no “nothing”'))
    expect(errorOf('Text')).toBeNull()
  })

  it('take a name where one is writing, and are saved with Undo', async () => {
    await show('letters')
    fireEvent.click(await screen.findByRole('button', { name: 'A late answer' }))
    const text = screen.getByLabelText<HTMLTextAreaElement>('Text')
    act(() => text.setSelectionRange(5, 16))
    fireEvent.click(screen.getByRole('button', { name: 'client The client' }))
    expect(valueOf('Text')).toBe('Dear {{ client }},\n\n{{ answer }}')

    save()
    await said('“A late answer” is saved.')
    undo()

    await waitFor(() => expect(valueOf('Text')).toBe('Dear {{ names }},\n\n{{ answer }}'))
  })
})

describe('the rewards', () => {
  beforeEach(() =>
    backend.store.write(async (db) => {
      await db
        .insertInto('reward')
        .values({ rule: 'referral', what: 'Flowers and a card', cost_minor: 3500, minutes: 10, is_on: 1 })
        .execute()
    }),
  )

  it('are switched off and change what they cost', async () => {
    await show('extras')
    expect(await sentence()).toBe('Extras and rewards share £1,200 a year, at most £120 for one client.')
    const form = screen.getByRole('form', { name: 'Somebody sends you a client' })

    fireEvent.click(within(form).getByLabelText('Suggest it'))
    type(/^Cost/, 'a lot')
    save()
    expect(errorOf(/^Cost/)).toContain('Give an amount')
    type(/^Cost/, '42.50')
    save()

    await said('Saved: Flowers and a card.')
    expect(await rowsOf(backend.store, 'reward')).toMatchObject([{ cost_minor: 4250, is_on: 0 }])
  })
})

describe('your data', () => {
  it('is backed up on wish, and says where it is', async () => {
    await show('data')
    expect(await sentence()).toBe('There is no backup yet.')
    expect(screen.getByText(':memory:')).toBeDefined()

    fireEvent.click(screen.getByText('Back up now'))

    await said('Backed up, and read back to be sure')
    expect(await sentence()).toBe('The last good backup is from Tuesday 24 November, 10:40.')
  })

  it('gives the link to another window where the shell opens none itself', async () => {
    backend.host.shell.openWindow = async () => 'http://127.0.0.1:4000/#code'
    await show('data')

    fireEvent.click(await screen.findByText('Open another window'))

    expect((await screen.findByLabelText<HTMLInputElement>('Link to another window')).value).toBe(
      'http://127.0.0.1:4000/#code',
    )
  })
})
