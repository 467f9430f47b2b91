import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import type { InputOf } from '../../shared/api/contract'
import { api } from '../../shared/api/index'
import type { ClientId, ConversationId, PersonId } from '../../shared/domain/ids'
import type { SnoozeItem } from '../../shared/domain/snooze'
import { aNewClient, aNewPerson, aNewProject, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
let clientId: ClientId
let tom: PersonId | null

/** Tuesday 24 November, 10:40: Priya and Tom, whose wedding is on Saturday 12 December. */
beforeEach(async () => {
  kept = await openTestBackend()
  const added = await kept.ask(
    api.clients.add,
    aNewClient('Priya & Tom', {
      people: [aNewPerson('Tom Hollis')],
      project: aNewProject({ eventOn: '2026-12-12' }),
    }),
  )
  clientId = added.id
  tom = (added.personIds[0] as PersonId | undefined) ?? null
})
afterEach(() => kept.close())

type NewMessage = InputOf<typeof api.messages.log>

const log = (moment: string, message: Partial<NewMessage> = {}) =>
  kept.ask(api.messages.log, {
    ...{ clientId, personId: tom, channel: 'email', direction: 'inbound', text: 'What if it rains?' },
    at: at(moment),
    ...message,
  })

/** Tom has waited since 10:30, until 14:30 at the latest. */
const aWait = async () => {
  const { startedWaitId, conversationId } = await log('Tue 2026-11-24 10:30')
  return { waitId: startedWaitId ?? 0, conversationId }
}

const aPromise = (dueOn: string, dueTime: string | null = null) =>
  kept.ask(api.promises.add, {
    ...{ clientId, what: 'Send the rain plan', asNoun: null, doneAs: null, note: null },
    ...{ dueOn, dueTime, ownOn: '2026-11-24' },
  })

const anExtra = () =>
  kept.ask(api.extras.add, {
    ...{ clientId, what: 'A lantern', because: null, occasion: null, occasionOn: null },
    ...{ costMinor: 500, minutes: null, state: 'planned', givenOn: null },
  })

const choices = async (item: SnoozeItem, itemId: number) =>
  (await kept.ask(api.snoozes.choices, { item, itemId })).moments.map(
    ({ label, showOn, showTime }) => `${label}: ${showOn} ${showTime}`,
  )
const snooze = (item: SnoozeItem, itemId: number, showOn: string, showTime: string | null) =>
  kept.ask(api.snoozes.snooze, { item, itemId, showOn, showTime })
const wake = (item: SnoozeItem, itemId: number) => kept.ask(api.snoozes.wake, { item, itemId })
const show = () => kept.ask(api.today.show, {})
const aside = async () => (await show()).aside.map(({ item, itemId }) => [item, itemId])
const ends = async () => (await rowsOf(kept.store, 'snooze')).map(({ ended_by }) => ended_by)
const undoLast = async () => {
  const last = await kept.ask(api.operations.last, {})
  if (last) await kept.ask(api.operations.undo, { id: last.id })
}

describe('the choices', () => {
  it('of an extra are called by their names, the event by its kind', async () => {
    const { id } = await anExtra()

    expect(await choices('extra', id)).toEqual([
      'In an hour: 2026-11-24 11:40',
      'After lunch: 2026-11-24 13:00',
      'Tomorrow: 2026-11-25 09:00',
      'Monday: 2026-11-30 09:00',
      'After the wedding: 2026-12-14 09:00',
    ])
  })

  it('of a wait end where it is due, of a promise where its day begins', async () => {
    const { waitId } = await aWait()
    const { id } = await aPromise('2026-11-25')

    expect(await choices('wait', waitId)).toEqual([
      'In an hour: 2026-11-24 11:40',
      'After lunch: 2026-11-24 13:00',
    ])
    expect((await choices('promise', id)).at(-1)).toBe('Tomorrow: 2026-11-25 09:00')
  })

  it('name the weekday where the next working day is not tomorrow', async () => {
    const { id } = await anExtra()
    kept.setNow(at('Fri 2026-11-27 17:00'))

    expect(await choices('extra', id)).toEqual([
      'Monday: 2026-11-30 09:00',
      'After the wedding: 2026-12-14 09:00',
    ])
  })

  it('of a wait in the week of the event know its open Saturday', async () => {
    kept.setNow(at('Fri 2026-12-11 17:00'))
    const { startedWaitId } = await log('Fri 2026-12-11 17:00')

    expect(await choices('wait', startedWaitId ?? 0)).toEqual(['Tomorrow: 2026-12-12 09:00'])
  })

  it('are refused for what has ended, and for what is not there', async () => {
    const { waitId } = await aWait()
    await kept.ask(api.waits.called, { id: waitId as never, text: null })

    await expect(choices('wait', waitId)).rejects.toThrow('E_SNOOZE_ENDED')
    await expect(choices('extra', 99)).rejects.toThrow('E_EXTRA_GONE')
  })
})

describe('another day', () => {
  const days = async (item: SnoozeItem, itemId: number) =>
    (await kept.ask(api.snoozes.choices, { item, itemId })).days
  const untilDay = async (item: SnoozeItem, itemId: number, on: string) => {
    const { showOn, showTime } = await snooze(item, itemId, on, null)
    return `${showOn} ${showTime}`
  }

  it('is any from the next working day on, for a promise up to its due day, for a wait to its due time', async () => {
    const [{ id: extraId }, promise, { waitId }] = [
      await anExtra(),
      await aPromise('2026-11-27'),
      await aWait(),
    ]

    expect(await days('extra', extraId)).toEqual({ from: '2026-11-25', to: null })
    expect(await days('promise', promise.id)).toEqual({ from: '2026-11-25', to: '2026-11-27' })
    expect(await days('wait', waitId)).toBeNull()
  })

  it('shows the row at its first opening; a day off at that of the next working day', async () => {
    const { id } = await anExtra()

    expect(await untilDay('extra', id, '2026-12-03')).toBe('2026-12-03 09:00')
    expect(await untilDay('extra', id, '2026-12-05')).toBe('2026-12-07 09:00')
    expect((await show()).aside).toMatchObject([{ shownAt: at('Mon 2026-12-07 09:00') }])
  })

  it('shows a promise when its due day begins at the latest', async () => {
    const { id } = await aPromise('2026-11-27')

    expect(await untilDay('promise', id, '2026-11-26')).toBe('2026-11-26 09:00')
    expect(await untilDay('promise', id, '2026-12-24')).toBe('2026-11-27 09:00')
  })

  it('of a wait is an open Saturday in the week of its event, and refused once it would be late', async () => {
    kept.setNow(at('Fri 2026-12-11 17:00'))
    const { startedWaitId } = await log('Fri 2026-12-11 17:00')

    expect(await days('wait', startedWaitId ?? 0)).toEqual({ from: '2026-12-12', to: '2026-12-12' })
    await expect(snooze('wait', startedWaitId ?? 0, '2026-12-14', null)).rejects.toThrow('E_SNOOZE_LATE')
    expect(await untilDay('wait', startedWaitId ?? 0, '2026-12-12')).toBe('2026-12-12 09:00')
  })

  it('is refused where it has gone by, today included once work has begun', async () => {
    const { id } = await anExtra()

    await expect(snooze('extra', id, '2026-11-24', null)).rejects.toThrow('E_SNOOZE_PAST')
    kept.setNow(at('Wed 2026-11-25 08:00'))
    expect(await untilDay('extra', id, '2026-11-25')).toBe('2026-11-25 09:00')
  })
})

describe('a row put aside', () => {
  it('leaves its section and the counts, keeps its due time, and is back at its moment by itself', async () => {
    const { waitId } = await aWait()
    const before = (await show()).waiting[0]
    await snooze('wait', waitId, '2026-11-24', '13:00')

    expect(await show()).toMatchObject({ waiting: [], counts: { today: 0 }, isAllClear: false })
    expect(await aside()).toEqual([['wait', waitId]])
    kept.setNow(at('Tue 2026-11-24 13:00'))
    expect((await show()).waiting).toEqual([before])
    expect(await aside()).toEqual([])
  })

  it('is shown again now, once', async () => {
    const { waitId } = await aWait()
    await snooze('wait', waitId, '2026-11-24', '13:00')
    await wake('wait', waitId)

    expect((await show()).waiting).toHaveLength(1)
    await expect(wake('wait', waitId)).rejects.toThrow('E_SNOOZE_ENDED')
    expect(await ends()).toEqual(['user'])
  })

  it('is put aside for longer without being shown again first', async () => {
    const { id } = await anExtra()
    await snooze('extra', id, '2026-11-24', '13:00')
    await snooze('extra', id, '2026-11-30', '09:00')

    expect(await ends()).toEqual(['user', null])
    expect((await show()).aside).toMatchObject([{ shownAt: at('Mon 2026-11-30 09:00') }])
  })

  it('that came back by time is written down as such by what is put aside next', async () => {
    const [extra, promise] = [await anExtra(), await aPromise('2026-11-30')]
    await snooze('extra', extra.id, '2026-11-24', '13:00')
    kept.setNow(at('Tue 2026-11-24 14:00'))
    await expect(wake('extra', extra.id)).rejects.toThrow('E_SNOOZE_ENDED')
    await snooze('promise', promise.id, '2026-11-25', '09:00')

    expect(await rowsOf(kept.store, 'snooze')).toMatchObject([
      { ended_by: 'time', ended_at: at('Tue 2026-11-24 13:00') },
      { ended_by: null },
    ])
  })

  it('is refused past its due time, for the past, and once it has ended', async () => {
    const { waitId } = await aWait()
    const promise = await aPromise('2026-11-24', '16:00')

    await expect(snooze('wait', waitId, '2026-11-24', '14:31')).rejects.toThrow('E_SNOOZE_LATE')
    await expect(snooze('wait', waitId, '2026-11-24', '10:40')).rejects.toThrow('E_SNOOZE_PAST')
    await expect(snooze('promise', promise.id, '2026-11-24', '13:00')).rejects.toThrow('E_SNOOZE_LATE')
    await kept.ask(api.promises.keep, { id: promise.id })
    await expect(snooze('promise', promise.id, '2026-11-25', '09:00')).rejects.toThrow('E_SNOOZE_ENDED')
  })

  it('of a promise is back when its due day begins, also when its date is moved nearer since', async () => {
    const { id, revision } = await aPromise('2026-11-27')
    const chosen = await snooze('promise', id, '2026-11-30', '09:00')

    expect(chosen).toMatchObject({ showOn: '2026-11-27', showTime: '09:00' })
    await kept.ask(api.promises.move, { id, revision, dueOn: '2026-11-25', dueTime: null, why: 'Sooner' })
    expect((await show()).aside).toMatchObject([{ shownAt: at('Wed 2026-11-25 09:00') }])
  })

  it('keeps its civil moment when the business moves to another zone', async () => {
    const { id } = await anExtra()
    await snooze('extra', id, '2026-11-25', '09:00')
    const {
      calendarVersion: _,
      samplePack: __,
      pack: ___,
      ...business
    } = await kept.ask(api.business.show, {})
    await kept.ask(api.business.change, { ...business, zone: 'Europe/Berlin' })

    expect((await show()).aside).toMatchObject([{ shownAt: at('Wed 2026-11-25 09:00', 'Europe/Berlin') }])
  })

  it('is back where it was after undo, and aside again after undo of showing it', async () => {
    const { waitId } = await aWait()
    await snooze('wait', waitId, '2026-11-24', '13:00')
    await wake('wait', waitId)

    await undoLast()
    expect(await aside()).toEqual([['wait', waitId]])
    await undoLast()
    expect(await aside()).toEqual([])
    expect(await rowsOf(kept.store, 'snooze')).toEqual([])
  })
})

describe('a client’s word', () => {
  it('shows the wait of its conversation again, and offers the same time again first', async () => {
    const { waitId, conversationId } = await aWait()
    await snooze('wait', waitId, '2026-11-24', '14:00')
    kept.setNow(at('Tue 2026-11-24 10:50'))
    await log('Tue 2026-11-24 10:50', { conversationId, text: 'And who decides?' })

    expect((await show()).waiting).toMatchObject([{ waitId, dueAt: at('Tue 2026-11-24 14:30') }])
    expect(await ends()).toEqual(['reply'])
    expect(await choices('wait', waitId)).toEqual([
      'Same time again: 2026-11-24 14:00',
      'In an hour: 2026-11-24 11:50',
      'After lunch: 2026-11-24 13:00',
    ])
  })

  it('shows promises and updates of theirs again wherever they write, but not the wait of another conversation', async () => {
    const { waitId } = await aWait()
    const promise = await aPromise('2026-11-30')
    const [project] = await rowsOf(kept.store, 'project')
    await snooze('wait', waitId, '2026-11-24', '13:00')
    await snooze('promise', promise.id, '2026-11-25', '09:00')
    await snooze('update', project?.id ?? 0, '2026-11-25', '09:00')
    await log('Tue 2026-11-24 10:35', { personId: null, text: 'Which cake?' })

    expect(await ends()).toEqual([null, 'reply', 'reply'])
  })

  it('wakes nothing where it is our own, a note, or of another client', async () => {
    const { waitId, conversationId } = await aWait()
    const promise = await aPromise('2026-11-30')
    const other = await kept.ask(api.clients.add, aNewClient('Grace & Liam'))
    await snooze('wait', waitId, '2026-11-24', '13:00')
    await snooze('promise', promise.id, '2026-11-25', '09:00')
    await log('Tue 2026-11-24 10:36', { clientId: other.id, personId: null, conversationId: null })
    const note = { channel: 'note', direction: 'internal', personId: null } as const
    await log('Tue 2026-11-24 10:37', { ...note, conversationId: conversationId as ConversationId })

    expect(await ends()).toEqual([null, null])
  })

  it('wakes what was put aside until then as ended by time', async () => {
    const { id } = await aPromise('2026-11-30')
    await snooze('promise', id, '2026-11-24', '13:00')
    kept.setNow(at('Tue 2026-11-24 13:30'))
    await log('Tue 2026-11-24 13:30')

    expect(await ends()).toEqual(['time'])
    expect((await choices('promise', id)).join()).not.toContain('Same time')
  })

  it('that is taken back leaves the row aside as it was, and is too late once it is aside anew', async () => {
    const { waitId, conversationId } = await aWait()
    await snooze('wait', waitId, '2026-11-24', '13:00')
    const { startedWaitId } = await log('Tue 2026-11-24 10:39', { conversationId })
    expect(startedWaitId).toBeNull()
    await undoLast()
    expect(await aside()).toEqual([['wait', waitId]])

    await log('Tue 2026-11-24 10:39', { conversationId })
    const logged = await kept.ask(api.operations.last, {})
    await snooze('wait', waitId, '2026-11-24', '13:00')
    await expect(kept.ask(api.operations.undo, { id: logged?.id as never })).rejects.toThrow(
      'E_UNDO_TOO_LATE',
    )
    expect(await aside()).toEqual([['wait', waitId]])
  })
})

it('shows nothing again by sending anything: un-snoozing leaves messages and letters as they are', async () => {
  const { waitId } = await aWait()
  const sent = async () => [await rowsOf(kept.store, 'message'), await rowsOf(kept.store, 'letter')]
  const before = await sent()
  await snooze('wait', waitId, '2026-11-24', '13:00')
  await wake('wait', waitId)
  await snooze('wait', waitId, '2026-11-24', '13:00')
  kept.setNow(at('Tue 2026-11-24 13:01'))
  await show()

  expect(await sent()).toEqual(before)
  expect(kept.mail.sent).toEqual([])
})
