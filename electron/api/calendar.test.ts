import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import { ExceptionId, ProjectId } from '../../shared/domain/ids'
import { aNewClient, aNewProject, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'
import { loadCalendar } from './calendar-of'

const open: TestBackend[] = []
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.close())))

/** A backend in which a client has been waiting since Fri 20 Nov 17:00, until Mon 12:30; it is Friday night. */
async function aWaitingClient() {
  const backend = await openTestBackend({ now: at('Fri 2026-11-20 20:00') })
  open.push(backend)
  const project = aNewProject()
  const { id, projectId } = await backend.ask(api.clients.add, aNewClient('Ann', { project }))
  await backend.ask(api.messages.log, {
    clientId: id,
    personId: null,
    channel: 'voicemail',
    direction: 'inbound',
    at: at('Fri 2026-11-20 17:00'),
    text: 'Please ring.',
  })
  const wait = async () => (await rowsOf(backend.store, 'wait'))[0]
  const undo = async () => {
    const last = await backend.ask(api.operations.last, {})
    if (last) await backend.ask(api.operations.undo, { id: last.id })
  }
  return { backend, clientId: id, projectId, project, wait, undo }
}

const dayOff = (onDay: string, untilDay: string | null = null) => ({
  onDay,
  untilDay,
  spans: [],
  what: 'Away',
})

describe('a change of the calendar', () => {
  it('moves the due time of an open wait: a holiday on Monday makes it Tuesday', async () => {
    const { backend, wait } = await aWaitingClient()
    const before = await wait()

    await backend.ask(api.calendar.addException, dayOff('2026-11-23'))

    expect(before?.ack_due_at).toBe(at('Mon 2026-11-23 12:30'))
    expect(await wait()).toMatchObject({
      ack_due_at: at('Tue 2026-11-24 12:30'),
      answer_due_at: at('Tue 2026-11-24 17:30'),
      ack_minutes: 240,
    })
  })

  it('is taken back by undo, and the due time with it', async () => {
    const { backend, wait, undo } = await aWaitingClient()
    const before = await wait()
    await backend.ask(api.calendar.addException, dayOff('2026-11-23'))

    await undo()

    expect(await wait()).toEqual({ ...before, calendar_version: Number(before?.calendar_version) + 2 })
    expect((await backend.ask(api.calendar.show, {})).exceptions).toEqual([])
  })

  it('lets the message before it still be undone', async () => {
    const { backend, undo, wait } = await aWaitingClient()
    await backend.ask(api.calendar.addException, dayOff('2026-12-23'))

    await undo()
    await undo()

    expect(await wait()).toBeUndefined()
  })

  it('leaves what has passed alone', async () => {
    const { backend, wait } = await aWaitingClient()
    backend.setNow(at('Mon 2026-11-23 15:00'))

    await backend.ask(api.calendar.addException, dayOff('2026-11-23'))

    expect(await wait()).toMatchObject({ ack_due_at: at('Mon 2026-11-23 12:30') })
  })

  it('raises its version by one', async () => {
    const { backend } = await aWaitingClient()
    const version = async () => (await backend.ask(api.business.show, {})).calendarVersion
    const before = await version()

    await backend.ask(api.calendar.addException, dayOff('2026-11-23', '2026-11-27'))

    expect(await version()).toBe(before + 1)
    expect((await backend.ask(api.calendar.show, {})).exceptions).toHaveLength(5)
  })

  it('of the weekly hours counts at once', async () => {
    const { backend, wait } = await aWaitingClient()
    const spans = [{ weekday: 6, opensAt: '10:00', closesAt: '14:00' }]

    await backend.ask(api.calendar.changeHours, { spans })

    expect(await wait()).toMatchObject({ ack_due_at: at('Sat 2026-11-21 13:30') })
    expect((await backend.ask(api.calendar.show, {})).calendar.spans).toEqual(spans)
  })

  it('of the zone counts at once', async () => {
    const { backend, wait } = await aWaitingClient()
    const { calendarVersion, samplePack, pack, revision, ...details } = await backend.ask(
      api.business.show,
      {},
    )

    await backend.ask(api.business.change, { ...details, revision, zone: 'America/New_York' })

    // 30 minutes had been counted in London; 3 h 30 are left, and it is 15:00 in New York.
    expect(await wait()).toMatchObject({ ack_due_at: at('Mon 2026-11-23 10:00', 'America/New_York') })
  })

  it('by an event opens its Saturday for that client, and leaves the target of an open wait alone', async () => {
    const { backend, wait, projectId, project } = await aWaitingClient()
    const id = ProjectId.parse(projectId)

    await backend.ask(api.projects.change, { ...project, id, revision: 0, eventOn: '2026-11-26' })

    expect(await wait()).toMatchObject({
      because: 'usual',
      ack_minutes: 240,
      ack_due_at: at('Sat 2026-11-21 12:30'),
    })
  })

  it('is the same object to the rules until it happens', async () => {
    const { backend } = await aWaitingClient()
    const first = await loadCalendar(backend.store.read)
    const inside = await backend.store.write((db) => loadCalendar(db))
    const other = await aWaitingClient()

    await loadCalendar(other.backend.store.read)
    const second = await loadCalendar(backend.store.read)
    await backend.ask(api.calendar.addException, dayOff('2026-11-23'))
    const changed = await loadCalendar(backend.store.read)

    expect(second).toBe(first)
    expect(inside).toBe(first)
    expect(changed).not.toBe(first)
  })

  it.each([
    ['no hours at all', 'E_HOURS_EMPTY'],
    ['an exception that ends before it begins', 'E_EXCEPTION_RANGE'],
    ['an exception of more than a year', 'E_EXCEPTION_RANGE'],
  ])('refuses %s', async (what, code) => {
    const { backend } = await aWaitingClient()
    const { calendar } = api
    const asked =
      code === 'E_HOURS_EMPTY'
        ? backend.ask(calendar.changeHours, { spans: [] })
        : backend.ask(
            calendar.addException,
            dayOff('2026-11-23', what.includes('year') ? '2027-11-24' : '2026-11-22'),
          )

    await expect(asked).rejects.toMatchObject({ kind: 'invalid', code })
  })
})

describe('holidays', () => {
  const holidays = async (backend: TestBackend) => (await backend.ask(api.calendar.show, {})).exceptions

  it('are those of the country for this year and two more, observances switched off', async () => {
    const { backend } = await aWaitingClient()

    const { added } = await backend.ask(api.calendar.loadHolidays, {})

    const all = await holidays(backend)
    const of2026 = all.filter(({ on }) => on.startsWith('2026'))
    expect(all).toHaveLength(added)
    expect(new Set(all.map(({ on }) => on.slice(0, 4)))).toEqual(new Set(['2026', '2027', '2028']))
    expect(of2026.find(({ what }) => what === 'Christmas Day')).toMatchObject({
      on: '2026-12-25',
      isOn: true,
      spans: [],
      source: 'holiday',
    })
    expect(of2026.find(({ what }) => what === "Mother's Day")).toMatchObject({ isOn: false })
  })

  it('stay as the user switched them when they are looked up again, and own days stay untouched', async () => {
    const { backend } = await aWaitingClient()
    await backend.ask(api.calendar.addException, dayOff('2026-12-24'))
    await backend.ask(api.calendar.loadHolidays, {})
    const boxing = (await holidays(backend)).find(({ on }) => on === '2026-12-26')
    await backend.ask(api.calendar.switchException, { id: ExceptionId.parse(boxing?.id), isOn: false })
    const before = await holidays(backend)

    const { added } = await backend.ask(api.calendar.loadHolidays, {})

    expect(added).toBe(0)
    expect(await holidays(backend)).toEqual(before)
  })

  it('change with the country, but for those the user switched', async () => {
    const { backend } = await aWaitingClient()
    await backend.ask(api.calendar.loadHolidays, {})
    const find = async (on: string) => (await holidays(backend)).filter((each) => each.on === on)
    const [spring] = await find('2026-05-25')
    await backend.ask(api.calendar.switchException, { id: ExceptionId.parse(spring?.id), isOn: false })
    const { calendarVersion, samplePack, pack, revision, ...details } = await backend.ask(
      api.business.show,
      {},
    )

    await backend.ask(api.business.change, { ...details, revision, country: 'FR', region: null })

    expect(await find('2026-07-14')).toMatchObject([{ isOn: true }])
    expect(await find('2026-05-04')).toEqual([])
    expect((await find('2026-05-25')).find(({ what }) => what.startsWith('Spring'))).toMatchObject({
      isOn: false,
    })
  })

  it('are refused where no country is known', async () => {
    const { backend } = await aWaitingClient()
    const { calendarVersion, samplePack, pack, revision, ...details } = await backend.ask(
      api.business.show,
      {},
    )
    await backend.ask(api.business.change, { ...details, revision, country: 'XX' })

    await expect(backend.ask(api.calendar.loadHolidays, {})).rejects.toMatchObject({
      code: 'E_HOLIDAYS_UNKNOWN',
    })
  })

  it('are switched on and off, and the clocks with them', async () => {
    const { backend } = await aWaitingClient()
    backend.setNow(at('Thu 2026-12-24 17:05'))
    const { id: clientId } = await backend.ask(api.clients.add, aNewClient('Ben'))
    await backend.ask(api.calendar.loadHolidays, {})
    const said = { channel: 'text', direction: 'inbound', text: 'Merry Christmas! Is 3 pm fine?' } as const
    const eve = { ...said, clientId, personId: null, at: at('Thu 2026-12-24 17:00') }
    await backend.ask(api.messages.log, eve)
    const dueAt = async () => (await rowsOf(backend.store, 'wait')).at(-1)?.ack_due_at
    const { exceptions } = await backend.ask(api.calendar.show, {})
    const boxingDay = exceptions.find(({ on, isOn }) => on === '2026-12-28' && isOn)
    const id = ExceptionId.parse(boxingDay?.id)

    const before = await dueAt()
    await backend.ask(api.calendar.switchException, { id, isOn: false })
    const without = await dueAt()
    await backend.ask(api.calendar.switchException, { id, isOn: true })

    expect(before).toBe(at('Tue 2026-12-29 12:30'))
    expect(without).toBe(at('Mon 2026-12-28 12:30'))
    expect(await dueAt()).toBe(before)
  })

  it('can be taken out, and are gone from the clocks', async () => {
    const { backend, wait } = await aWaitingClient()
    const [id] = await backend.ask(api.calendar.addException, dayOff('2026-11-23'))

    await backend.ask(api.calendar.removeException, { id: ExceptionId.parse(id) })

    expect(await wait()).toMatchObject({ ack_due_at: at('Mon 2026-11-23 12:30') })
    await expect(
      backend.ask(api.calendar.switchException, { id: ExceptionId.parse(id), isOn: true }),
    ).rejects.toMatchObject({ code: 'E_EXCEPTION_GONE' })
  })
})

describe('the standards', () => {
  it('come in versions: a change adds one and moves the cadence of every open project', async () => {
    const { backend, clientId } = await aWaitingClient()
    const nextUpdateOn = async () =>
      (await backend.ask(api.clients.show, { id: clientId })).projects[0]?.nextUpdateOn
    const before = await nextUpdateOn()
    const { standard } = await backend.ask(api.standards.show, {})
    const { id, fromAt, ...details } = standard

    const changed = await backend.ask(api.standards.change, { ...details, cadenceDays: 21 })

    expect(changed).toMatchObject({ cadenceDays: 21, fromAt: backend.now() })
    expect((await backend.ask(api.standards.show, {})).versions).toEqual([changed, standard])
    expect([before, await nextUpdateOn()]).toEqual(['2026-12-04', '2026-12-11'])
  })

  it('get no version that changes nothing', async () => {
    const { backend } = await aWaitingClient()
    const { standard } = await backend.ask(api.standards.show, {})
    const { id, fromAt, ...details } = standard

    await backend.ask(api.standards.change, details)

    expect((await backend.ask(api.standards.show, {})).versions).toEqual([standard])
  })
})
