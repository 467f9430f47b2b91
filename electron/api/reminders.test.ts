import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { updateRow } from '../../db/record'
import { api } from '../../shared/api/index'
import { at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
beforeEach(async () => {
  kept = await openTestBackend({ now: at('Tue 2026-11-24 10:40') })
})
afterEach(() => kept.close())

const details = {
  isOn: true,
  hidesWords: false,
  breaksForEvents: true,
  hasMorningNote: true,
  hasClosingNote: true,
}

describe('how the user wishes to be told', () => {
  it('begins with every kind of reminder, and names and words shown', async () => {
    const shown = await kept.ask(api.reminders.show, {})

    expect(shown).toEqual({ ...details, quietUntil: null, unavailableOn: null, revision: 0 })
  })

  it('is changed, and taken back', async () => {
    const changed = await kept.reply(api.reminders.change, { ...details, isOn: false, revision: 0 })

    expect(changed).toMatchObject({ ok: true, value: { isOn: false, revision: 1 } })
    const { id } = (await kept.ask(api.operations.last, {})) ?? expect.fail()
    await kept.ask(api.operations.undo, { id })
    expect(await kept.ask(api.reminders.show, {})).toMatchObject({ isOn: true })
  })

  it('is not overwritten by a form that was shown something older', async () => {
    await kept.ask(api.reminders.change, { ...details, hidesWords: true, revision: 0 })

    await expect(kept.ask(api.reminders.change, { ...details, revision: 0 })).rejects.toMatchObject({
      code: 'E_CHANGED_MEANWHILE',
      values: { field: 'hidesWords' },
    })
  })
})

describe('quiet', () => {
  it('is offered until moments of the working calendar, as the menu says them', async () => {
    const choices = await kept.ask(api.reminders.quietChoices, {})

    expect(choices.map(({ label }) => label)).toEqual([
      '11:40',
      '13:00',
      '17:30',
      'tomorrow, 9:00',
      'Monday, 9:00',
    ])
  })

  it('is offered by the date where work begins again in more than a week', async () => {
    const holidays = { onDay: '2026-11-25', untilDay: '2026-12-04', spans: [], what: 'Away' }
    await kept.ask(api.calendar.addException, holidays)

    expect((await kept.ask(api.reminders.quietChoices, {})).at(-1)?.label).toBe('Mon 7 Dec, 9:00')
  })

  it('is kept until its moment, ended before, and taken back', async () => {
    const until = at('Tue 2026-11-24 13:00')

    expect(await kept.ask(api.reminders.quiet, { until })).toMatchObject({ quietUntil: until, revision: 0 })
    expect(await kept.ask(api.reminders.quiet, { until: null })).toMatchObject({ quietUntil: null })
    const { id } = (await kept.ask(api.operations.last, {})) ?? expect.fail()
    await kept.ask(api.operations.undo, { id })
    expect(await kept.ask(api.reminders.show, {})).toMatchObject({ quietUntil: until })
  })

  it('is refused for a moment that has gone by', async () => {
    await expect(kept.ask(api.reminders.quiet, { until: kept.now() })).rejects.toMatchObject({
      code: 'E_QUIET_PAST',
    })
  })

  it('raises no revision, so that an open form can be saved', async () => {
    await kept.ask(api.reminders.quiet, { until: at('Tue 2026-11-24 13:00') })

    expect(await kept.ask(api.reminders.change, { ...details, revision: 0 })).toMatchObject({ revision: 1 })
  })
})

it('reminds in the zone of the business, wherever the computer is', async () => {
  await kept.store.write((db) => updateRow(db, 'business', 1, { zone: 'Asia/Kathmandu' }))

  expect((await kept.ask(api.reminders.quietChoices, {})).at(-1)?.until).toBe(
    at('Mon 2026-11-30 09:00', 'Asia/Kathmandu'),
  )
})
