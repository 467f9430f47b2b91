import { expect, it } from 'vitest'
import { insertClient } from '../../db/clients'
import { insertConversation } from '../../db/conversations'
import { insertMessage } from '../../db/messages'
import { insertPromise } from '../../db/promises'
import type { NudgeRow, WriteDb } from '../../db/schema'
import { rowsOf } from '../../db/testing'
import { insertWait } from '../../db/waits'
import { api } from '../../shared/api/index'
import type { ClientId, PromiseId, WaitId } from '../../shared/domain/ids'
import { Refusal } from '../../shared/lib/refusal'
import { hour, minute, timeOf, type Instant } from '../../shared/lib/time'
import { aPromise, aWait, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

/** RM-8: what ends a thing races with its reminder, a millisecond before, at and after its due moment. */
const interleavings = Number(process.env['RACES'] ?? 10_000)
const together = 200
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

type Thing =
  { readonly item: 'promise'; readonly id: PromiseId } | { readonly item: 'wait'; readonly id: WaitId }
const acts = ['complete', 'withdraw', 'snooze', 'wake', 'none'] as const
type Act = (typeof acts)[number]

/** What is asked at one millisecond: an act on one thing, or a look at what has come due. */
type Step = { readonly at: Instant; readonly order: number } & (
  { readonly kind: 'tell' } | { readonly kind: 'act'; readonly act: Act; readonly thing: Thing }
)

const nameOf = ({ item, id }: { readonly item: string; readonly id: number }) => `${item} ${id}`

function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

const random = randomFrom(seed)
const oneOf = <T>(choice: readonly [T, ...T[]]): T =>
  choice[Math.floor(random() * choice.length)] ?? choice[0]

/** A conversation of its own that waits, or a promise, both due at this very moment. */
async function makeThing(db: WriteDb, clientId: ClientId, dueAt: Instant, n: number): Promise<Thing> {
  if (n % 2 === 0) {
    const {
      id: _,
      revision: __,
      ...promise
    } = aPromise({
      ...{ clientId, what: `Thing ${n}`, dueOn: '2026-11-24', dueTime: timeOf(dueAt, 'Europe/London') },
      ownOn: '2026-11-24',
    })
    return { item: 'promise', id: (await insertPromise(db, promise)).id }
  }
  const waitingSince = dueAt - hour
  const about = { clientId, projectId: null, subject: null, at: waitingSince }
  const { id: conversationId } = await insertConversation(db, about)
  const { id: firstMessageId } = await insertMessage(db, {
    ...{ conversationId, clientId, personId: null, direction: 'inbound', channel: 'email' },
    ...{
      at: waitingSince,
      minutes: null,
      text: 'What if it rains?',
      gist: null,
      letterId: null,
      isHuman: true,
    },
  })
  const { id: _, ...wait } = aWait({
    ...{ conversationId, clientId, firstMessageId, waitingSince, ackMinutes: 60, ackDueAt: dueAt },
    answerDueAt: dueAt + 8 * hour,
  })
  return { item: 'wait', id: (await insertWait(db, wait)).id }
}

/** Up to three acts on each thing and some looks, each a millisecond before, at or after the due moment. */
function stepsOf(things: readonly Thing[], dueAt: Instant): readonly Step[] {
  const when = () => ({ at: dueAt + oneOf([-1, 0, 1]), order: random() })
  const onThings = things.flatMap((thing) =>
    Array.from({ length: oneOf([0, 1, 1, 2, 3]) }, (): Step => {
      return { ...when(), kind: 'act', act: oneOf(acts), thing }
    }),
  )
  const looks = Array.from({ length: 12 }, (): Step => ({ ...when(), kind: 'tell' }))
  return [...onThings, ...looks].toSorted((a, b) => a.at - b.at || a.order - b.order)
}

/** Whether the act was answered as done; a refusal changes nothing. */
async function doAct(kept: TestBackend, act: Act, thing: Thing, dueAt: Instant): Promise<boolean> {
  const row = { item: thing.item, itemId: thing.id }
  try {
    if (act === 'snooze') {
      const showTime = timeOf(dueAt, 'Europe/London')
      await kept.ask(api.snoozes.snooze, { ...row, showOn: '2026-11-24', showTime })
    }
    if (act === 'wake') await kept.ask(api.snoozes.wake, row)
    if (act !== 'complete' && act !== 'withdraw') return false
    if (thing.item === 'wait') await kept.ask(api.waits.noReplyNeeded, { id: thing.id })
    else await kept.ask(act === 'complete' ? api.promises.keep : api.promises.withdraw, { id: thing.id })
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

/** Does the steps of one moment, several of them asked at once; says what was ended and fired on the way. */
async function race(kept: TestBackend, steps: readonly Step[], dueAt: Instant) {
  const ended = new Set<string>()
  const firedAfterDone: string[] = []
  const look = async () => {
    const endedBefore = new Set(ended)
    const known = new Set((await dueNudges(kept)).map(({ id }) => id))
    await kept.ask(api.nudges.tell, {})
    const fresh = (await dueNudges(kept)).filter(({ id }) => !known.has(id))
    firedAfterDone.push(...fresh.map(nudgeName).filter((name) => endedBefore.has(name)))
  }
  const run = async (step: Step) => {
    if (step.kind === 'tell') return look()
    if (await doAct(kept, step.act, step.thing, dueAt)) ended.add(nameOf(step.thing))
  }
  for (let done = 0; done < steps.length;) {
    const size = oneOf([1, 1, 2, 5])
    const now = steps[done]?.at ?? dueAt
    const bunch = steps.slice(done, done + size).filter(({ at: moment }) => moment === now)
    kept.setNow(now)
    await Promise.all(bunch.map(run))
    done += bunch.length
  }
  kept.setNow(dueAt + 1)
  await look()
  return { ended, firedAfterDone }
}

const dueNudges = async (kept: TestBackend): Promise<readonly NudgeRow[]> =>
  (await rowsOf(kept.store, 'nudge')).filter(({ stage }) => stage === 'due')

const nudgeName = ({ item, item_id }: NudgeRow) => nameOf({ item, id: item_id })

it(`fires or cancels every reminder, never both, however they race (seed ${seed})`, async () => {
  let [fired, cancelled] = [0, 0]
  for (let n = 0; n * together < interleavings; n++) {
    const dueAt = at('Tue 2026-11-24 11:00') + n * minute
    const kept = await openTestBackend({ now: dueAt - minute })
    const things = await kept.store.write(async (db) => {
      const who = { name: 'Priya & Tom', shortName: null, sentByClientId: null, language: null, zone: null }
      const { id } = await insertClient(db, { ...who, stage: 'current' }, dueAt - hour)
      const made: Thing[] = []
      for (let each = 0; each < together; each++) made.push(await makeThing(db, id, dueAt, each))
      return made
    })

    const { ended, firedAfterDone } = await race(kept, stepsOf(things, dueAt), dueAt)

    expect(firedAfterDone).toEqual([])
    const nudges = await dueNudges(kept)
    const names = nudges.map(nudgeName)
    expect(new Set(names).size).toBe(names.length)
    expect(nudges.every(({ delivered_at }) => delivered_at >= dueAt)).toBe(true)
    const neither = things.map(nameOf).filter((name) => !names.includes(name) && !ended.has(name))
    expect(neither).toEqual([])
    fired += names.length
    cancelled += things.length - names.length
    await kept.close()
  }
  expect(fired + cancelled).toBeGreaterThanOrEqual(interleavings)
  expect(Math.min(fired, cancelled)).toBeGreaterThan(interleavings / 20)
}, 600_000)
