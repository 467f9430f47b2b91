import { expect, it } from 'vitest'
import { rowsOf } from '../db/testing'
import { api } from '../shared/api/index'
import { PromiseId, WaitId, type ClientId } from '../shared/domain/ids'
import { addDays, dayOf, hour, instantOf, minute } from '../shared/lib/time'
import { dueAt } from '../shared/rules/promise-due'
import { aCalendar, aNewClient } from '../shared/testing'
import { nextNudgeAt } from './api/nudges-load'
import { openTestBackend, type TestBackend } from './testing'

/*
 * A year in one zone through the real backend and a store in memory: what `nudges.tell` keeps is held against what the
 * store says was open, and against when anybody was there to look.
 */

const second = 1_000
const days = 365
const zone = 'Europe/London'
const firstDay = '2027-01-01'
const seed = Number(process.env['KEPT_SEED'] ?? Math.floor(Math.random() * 1e9))

type Awake = { readonly from: number; readonly to: number; readonly isStart: boolean }

let state = seed
const below = (n: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((state / 0x80000000) * n)
}

/** The computer is on in the day, mostly; it sleeps at noon now and then, and some days it stays off. */
function awakeDays(): readonly Awake[] {
  return Array.from({ length: days }, (_, n) => n).flatMap((n) => {
    if (below(8) === 0) return []
    const midnight = instantOf(addDays(firstDay, n), '00:00', zone)
    const from = midnight + 7 * hour + below(4 * hour)
    const noon = from + 2 * hour + below(2 * hour)
    const to = noon + 3 * hour + below(8 * hour)
    const isStart = below(2) === 0
    if (below(2) === 0) return [{ from, to, isStart }]
    return [
      { from, to: noon, isStart },
      { from: noon + below(90 * minute) + minute, to, isStart: false },
    ].filter((each) => each.from < each.to)
  })
}

/** What was open from when to when, and its moments. */
type Open = { readonly key: string; readonly dueAt: number; readonly from: number; to: number }

it('misses nothing and tells nothing twice in a year of the real store', { timeout: 600_000 }, async () => {
  const stretches = awakeDays()
  let kept = await openTestBackend({ now: stretches[0]?.from ?? 0 })
  const clients: ClientId[] = []
  for (let n = 0; n < 20; n++) clients.push((await kept.ask(api.clients.add, aNewClient(`Client ${n}`))).id)
  const open: Open[] = []
  const waiting: number[] = []
  const promised: number[] = []
  const known = new Map<number, number>()
  let questions = 0
  const sums = { scans: 0, delivered: 0 }

  const close = (key: string, at: number) => {
    for (const each of open) if (each.key.startsWith(`${key} `) && each.to === Infinity) each.to = at
  }
  const arrive = async ({ ask, now }: TestBackend) => {
    const clientId = clients[below(clients.length)] as ClientId
    const moment = now() - below(2) * below(5 * hour)
    const subject = `Question ${++questions}`
    const said = { channel: 'email', direction: 'inbound', subject, text: 'When?' } as const
    await ask(api.messages.log, { clientId, personId: null, at: moment, ...said })
    for (const wait of (await rowsOf(kept.store, 'wait')).filter((each) => each.ended_at === null)) {
      // What is logged with an earlier moment may say that an open wait began earlier than was known.
      if (known.get(wait.id) === wait.ack_due_at) continue
      if (known.has(wait.id)) close(`wait ${wait.id}`, now())
      else waiting.push(wait.id)
      known.set(wait.id, wait.ack_due_at)
      open.push({ key: `wait ${wait.id} due `, dueAt: wait.ack_due_at, from: now(), to: Infinity })
    }
  }
  const answer = async ({ ask, now }: TestBackend) => {
    const id = waiting.splice(below(waiting.length), 1)[0]
    if (id === undefined) return
    await ask(api.waits.noReplyNeeded, { id: WaitId.parse(id) })
    close(`wait ${id}`, now())
  }
  const openPromise = (id: number, dueOn: string, dueTime: string | null, now: number) => {
    const occurrence = dueTime === null ? dueOn : `${dueOn}T${dueTime}`
    open.push({
      key: `promise ${id} due ${occurrence}`,
      dueAt: dueAt({ dueOn, dueTime }, aCalendar()),
      from: now,
      to: Infinity,
    })
  }
  const anyDay = (now: number) => ({
    dueOn: addDays(dayOf(now, zone), 1 + below(9)),
    dueTime: [null, '09:00', '13:00', '01:30'][below(4)] ?? null,
  })
  const promise = async ({ ask, now }: TestBackend) => {
    const due = anyDay(now())
    const words = { what: 'Send it', asNoun: null, doneAs: null, note: null, ownOn: null }
    const { id } = await ask(api.promises.add, {
      clientId: clients[below(clients.length)] as ClientId,
      ...words,
      ...due,
    })
    promised.push(id)
    openPromise(id, due.dueOn, due.dueTime, now())
  }
  const keep = async ({ ask, now }: TestBackend) => {
    const id = promised.splice(below(promised.length), 1)[0]
    if (id === undefined) return
    await ask(api.promises.keep, { id: PromiseId.parse(id) })
    close(`promise ${id}`, now())
  }
  const move = async ({ ask, now }: TestBackend) => {
    const id = promised[below(promised.length)]
    if (id === undefined) return
    const { promise: current } = await ask(api.promises.show, { id: PromiseId.parse(id) })
    const due = anyDay(now())
    if (due.dueOn === current.dueOn) return
    await ask(api.promises.move, { id: current.id, revision: current.revision, ...due, why: 'It rains' })
    close(`promise ${id}`, now())
    openPromise(id, due.dueOn, due.dueTime, now())
  }
  const doings = [arrive, arrive, answer, answer, promise, keep, move]

  const look = async () => {
    sums.scans++
    sums.delivered += (await kept.ask(api.nudges.tell, {})).delivered
  }
  for (const { from, to, isStart } of stretches) {
    if (isStart) kept = await openTestBackend({ now: from, store: kept.store })
    let at = from + below(5 * second)
    let doing = at + below(2 * hour)
    while (at < to) {
      kept.setNow(at)
      if (at >= doing) {
        await (doings[below(doings.length)] ?? look)(kept)
        doing = at + 5 * minute + below(8 * hour)
      }
      await look()
      const next = (await nextNudgeAt(kept.store.read, at)) ?? Infinity
      const tick = from + Math.ceil((Math.max(next, at + 1) - from) / (30 * second)) * 30 * second
      at = Math.min(tick, Math.max(doing, at + 1))
    }
  }

  const nudges = await rowsOf(kept.store, 'nudge')
  const told = new Map(
    nudges.map((row) => [`${row.item} ${row.item_id} ${row.stage} ${row.occurrence}`, row]),
  )
  const wrong = open.flatMap(({ key }) => {
    // A promise that was moved away and back is the same occurrence again.
    const chances = open
      .filter((each) => each.key === key)
      .flatMap(({ dueAt: due, from, to }) =>
        stretches.map((each) => ({ from: Math.max(each.from, due, from), to: Math.min(each.to, to) })),
      )
      .filter((each) => each.from < each.to)
    const must = chances.find((each) => each.to - each.from > 35 * second)
    const row = told.get(key)
    if (row === undefined) return must === undefined ? [] : [`${key} is missed`]
    const isAllowed = chances.some(
      (each) => each.from <= row.delivered_at && row.delivered_at <= each.from + 30 * second,
    )
    return isAllowed && (must === undefined || row.delivered_at <= must.from + 30 * second)
      ? []
      : [`${key} came at a wrong time`]
  })
  const notes = await rowsOf(kept.store, 'note')
  console.info(
    `A year of the real store, seed ${seed}: ${JSON.stringify({ days, ...sums, occurrences: open.length, nudges: nudges.length, notes: notes.length, wrong: wrong.length })}`,
  )

  expect(wrong).toEqual([])
  expect(sums.delivered, 'none was delivered twice').toBe(nudges.length)
  for (const { shown_at: at } of notes)
    expect(
      notes.filter(({ shown_at: other }) => other <= at && other > at - hour).length,
    ).toBeLessThanOrEqual(3)
  expect(nudges.length).toBeGreaterThan(days)
  expect(dayOf(kept.now(), zone) > addDays(firstDay, days - 10)).toBe(true)
  await kept.close()
})
