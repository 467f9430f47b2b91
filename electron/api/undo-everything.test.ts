import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listMessages } from '../../db/messages'
import type { Schema, WaitRow } from '../../db/schema'
import { rowsOf } from '../../db/testing'
import { findLastEnd } from '../../db/waits'
import { api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import { hour, minute } from '../../shared/lib/time'
import { firstUnanswered } from '../../shared/rules/wait-events'
import { aNewClient, aNewPerson, aNewProject } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

/** What a step is done with: ids and days come from what is there, by the numbers of the step. */
type Doing = {
  readonly backend: TestBackend
  readonly n: number
  readonly some: <T>(choice: readonly T[]) => T
  readonly a: <T extends keyof Schema>(table: T) => Promise<Awaited<ReturnType<typeof rowsOf<T>>>[number]>
}

/** Everything a user can change. */
const doings = {
  addClient: async ({ backend, some, n }: Doing) =>
    backend.ask(
      api.clients.add,
      aNewClient(`Client ${n}`, {
        stage: some(['current', 'lead', 'past'] as const),
        people: [aNewPerson('Ann Bell', { addresses: [{ kind: 'email', value: 'ann@bell.example' }] })],
        project: some([null, aNewProject({ eventOn: some(days) }), aNewProject({ eventOn: null })]),
        note: some([null, 'They like lanterns.']),
      }),
    ),
  changeClient: async ({ backend, a, n }: Doing) => {
    const { id, revision } = await a('client')
    return backend.ask(api.clients.change, { ...clientDetails, id, revision, name: `Another ${n}` })
  },
  archive: async ({ backend, a }: Doing) => backend.ask(api.clients.archive, { id: (await a('client')).id }),
  restore: async ({ backend, a }: Doing) => backend.ask(api.clients.restore, { id: (await a('client')).id }),
  addPerson: async ({ backend, a, n }: Doing) =>
    backend.ask(api.people.add, {
      ...aNewPerson(`Person ${n}`, { addresses: [{ kind: 'phone', value: '020 7946 0958' }] }),
      clientId: (await a('client')).id,
    }),
  changePerson: async ({ backend, a, some, n }: Doing) => {
    const { id, revision } = await a('person')
    const addresses = some([[], [{ kind: 'email', value: `p${n}@bell.example` } as const]])
    return backend.ask(api.people.change, { ...aNewPerson(`Person ${n}`, { addresses }), id, revision })
  },
  removePerson: async ({ backend, a }: Doing) =>
    backend.ask(api.people.remove, { id: (await a('person')).id }),
  addProject: async ({ backend, a, some }: Doing) =>
    backend.ask(api.projects.add, {
      ...aNewProject({ eventOn: some(days) }),
      clientId: (await a('client')).id,
    }),
  changeProject: async ({ backend, a, some }: Doing) => {
    const { id, revision } = await a('project')
    const state = some(['open', 'open', 'done', 'cancelled'] as const)
    return backend.ask(api.projects.change, { ...aNewProject({ eventOn: some(days), state }), id, revision })
  },
  addMilestone: async ({ backend, a, some }: Doing) =>
    backend.ask(api.milestones.add, {
      ...milestone,
      clientId: (await a('client')).id,
      onDay: some(days),
    }),
  tick: async ({ backend, a, some }: Doing) =>
    backend.ask(api.milestones.done, { id: (await a('milestone')).id, isDone: some([true, false]) }),
  removeMilestone: async ({ backend, a }: Doing) =>
    backend.ask(api.milestones.remove, { id: (await a('milestone')).id }),
  log: async ({ backend, a, some, n }: Doing) => {
    const conversation = n % 3 === 0 ? null : await a('conversation').catch(() => null)
    const clientId = conversation?.client_id ?? (await a('client')).id
    return backend.ask(api.messages.log, {
      ...some(said),
      clientId,
      personId: null,
      conversationId: conversation?.id ?? null,
      at: backend.now() - (n % 60) * hour,
      text: 'What if it rains?',
    })
  },
  noReplyNeeded: async ({ backend, a }: Doing) =>
    backend.ask(api.waits.noReplyNeeded, { id: (await a('wait')).id }),
  called: async ({ backend, a }: Doing) =>
    backend.ask(api.waits.called, { id: (await a('wait')).id, text: null }),
  promise: async ({ backend, a, some, n }: Doing) =>
    backend.ask(api.promises.add, {
      ...words,
      clientId: (await a('client')).id,
      dueOn: some(days),
      dueTime: some([null, '12:00']),
      ownOn: null,
      what: `Thing ${n}`,
    }),
  reword: async ({ backend, a, n }: Doing) => {
    const { id, revision, own_on: ownOn } = await a('promise')
    return backend.ask(api.promises.change, { ...words, id, revision, ownOn, what: `Other thing ${n}` })
  },
  keep: async ({ backend, a }: Doing) => backend.ask(api.promises.keep, { id: (await a('promise')).id }),
  break: async ({ backend, a }: Doing) => backend.ask(api.promises.break, { id: (await a('promise')).id }),
  withdraw: async ({ backend, a }: Doing) =>
    backend.ask(api.promises.withdraw, { id: (await a('promise')).id }),
  move: async ({ backend, a, some }: Doing) => {
    const { id, revision } = await a('promise')
    return backend.ask(api.promises.move, { id, revision, dueOn: some(days), dueTime: null, why: 'Snow' })
  },
  addExtra: async ({ backend, a, some }: Doing) =>
    backend.ask(api.extras.add, {
      ...extra,
      clientId: (await a('client')).id,
      state: some(['idea', 'planned'] as const),
    }),
  give: async ({ backend, a }: Doing) => backend.ask(api.extras.give, { id: (await a('extra')).id }),
  decline: async ({ backend, a }: Doing) => backend.ask(api.extras.decline, { id: (await a('extra')).id }),
  removeExtra: async ({ backend, a }: Doing) => backend.ask(api.extras.remove, { id: (await a('extra')).id }),
  hours: async ({ backend, some }: Doing) => backend.ask(api.calendar.changeHours, { spans: some(weeks) }),
  dayOff: async ({ backend, some }: Doing) =>
    backend.ask(api.calendar.addException, { onDay: some(days), spans: [], what: 'Away' }),
  switch: async ({ backend, a, some }: Doing) =>
    backend.ask(api.calendar.switchException, {
      id: (await a('calendar_exception')).id,
      isOn: some([true, false]),
    }),
  removeException: async ({ backend, a }: Doing) =>
    backend.ask(api.calendar.removeException, { id: (await a('calendar_exception')).id }),
  standards: async ({ backend, some }: Doing) => {
    const { id: _, fromAt: __, ...standard } = (await backend.ask(api.standards.show, {})).standard
    return backend.ask(api.standards.change, {
      ...standard,
      ackMinutes: some([60, 240, 480]),
      cadenceDays: some([7, 14]),
    })
  },
  zone: async ({ backend, some }: Doing) => {
    const {
      calendarVersion: _,
      samplePack: __,
      pack: ___,
      ...business
    } = await backend.ask(api.business.show, {})
    return backend.ask(api.business.change, { ...business, zone: some(['Europe/London', 'Asia/Tokyo']) })
  },
  account: async ({ backend }: Doing) => backend.ask(api.mail.setAccount, account),
  acknowledge: async ({ backend, a }: Doing) =>
    backend.ask(api.letters.acknowledge, { waitId: (await a('wait')).id }),
  begin: async ({ backend, a, some }: Doing) => {
    const { id: waitId, client_id: clientId } = await a('wait')
    return backend.ask(api.letters.begin, {
      kind: some(['acknowledge', 'late-answer', 'blank'] as const),
      clientId,
      waitId,
    })
  },
  beginMove: async ({ backend, a }: Doing) => {
    const { id: promiseId, client_id: clientId } = await a('promise')
    return backend.ask(api.letters.begin, { kind: 'move-the-date', clientId, promiseId })
  },
  send: async ({ backend, a }: Doing) => {
    const { id, revision } = await a('letter')
    return backend.ask(api.letters.send, { id, revision })
  },
  takeBack: async ({ backend, a }: Doing) =>
    backend.ask(api.letters.takeBack, { id: (await a('letter')).id }),
  deliver: async ({ backend }: Doing) => backend.ask(api.mail.deliver, {}),
  snooze: async ({ backend, a, some }: Doing) => {
    const item = some(['wait', 'promise', 'update', 'extra'] as const)
    const { id: itemId } = await a(item === 'update' ? 'project' : item)
    const showTime = some(['10:50', '13:00', '17:00'])
    return backend.ask(api.snoozes.snooze, { item, itemId, showOn: some(days), showTime })
  },
  wake: async ({ backend, a }: Doing) => {
    const { item, item_id: itemId } = await a('snooze')
    return backend.ask(api.snoozes.wake, { item, itemId })
  },
  undo: async ({ backend, a }: Doing) => backend.ask(api.operations.undo, { id: (await a('operation')).id }),
} as const

const days = [
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-28',
  '2026-11-30',
  '2026-12-04',
  '2027-06-12',
]
const weeks = [
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '12:00' })),
  [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: '18:00', closesAt: '02:00' })),
]
const said = [
  { channel: 'email', direction: 'inbound' },
  { channel: 'voicemail', direction: 'inbound' },
  { channel: 'text', direction: 'inbound' },
  { channel: 'email', direction: 'outbound' },
  { channel: 'call', direction: 'outbound' },
  { channel: 'note', direction: 'internal' },
] as const
const words = { what: 'A thing', asNoun: null, doneAs: null, note: null }
const clientDetails = {
  shortName: null,
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
} as const
const milestone = {
  projectId: null,
  personId: null,
  kind: 'call',
  what: 'Menu call',
  atTime: null,
  place: null,
  whose: 'own',
  toldAs: null,
} as const
const extra = {
  what: 'A lantern',
  because: null,
  occasion: null,
  occasionOn: null,
  costMinor: 500,
  minutes: null,
  givenOn: null,
} as const

const account = {
  ...({ revision: null, host: 'localhost', port: 2525, security: 'none', user: null } as const),
  ...{ fromName: 'Hazel Marsh', fromAddress: 'hazel@marsh.example' },
}

/** What turns clocks, each as often as it stands here. */
const turning: readonly Kind[] = [
  ...(['log', 'log', 'log', 'log', 'called', 'noReplyNeeded', 'acknowledge', 'acknowledge'] as const),
  ...(['takeBack', 'keep', 'dayOff', 'removeException', 'undo', 'undo', 'undo', 'undo'] as const),
  ...(['snooze', 'snooze', 'wake'] as const),
]

const runs = Number(process.env['RUNS'] ?? 30)

type Kind = keyof typeof doings
type Step = { readonly kind: Kind; readonly n: number; readonly pick: number; readonly minutes: number }

class NothingThere extends Error {}

function chosen<T>(choice: readonly T[], n: number): T {
  const [value] = choice.slice(n % Math.max(1, choice.length))
  if (value === undefined) throw new NothingThere()
  return value
}

/** Does what can be done; a refusal changes nothing, and anything else fails the test. */
async function take(backend: TestBackend, { kind, n, pick, minutes }: Step): Promise<void> {
  backend.setNow(backend.now() + minutes * minute)
  const some = <T>(choice: readonly T[]) => chosen(choice, pick)
  try {
    await doings[kind]({ backend, n, some, a: async (table) => some(await rowsOf(backend.store, table)) })
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof NothingThere)) throw error
  }
}

const lastId = async (backend: TestBackend) => (await backend.ask(api.operations.last, {}))?.id

async function undoLast(backend: TestBackend): Promise<boolean> {
  const last = await backend.ask(api.operations.last, {})
  if (last !== null) await backend.ask(api.operations.undo, { id: last.id })
  return last !== null
}

const tables = [
  ...(['business', 'span', 'calendar_exception', 'standard', 'client', 'person', 'address'] as const),
  ...(['project', 'milestone', 'conversation', 'message', 'wait', 'promise', 'promise_move'] as const),
  ...(['status_update', 'reward', 'extra', 'letter_template', 'letter', 'mail_account', 'snooze'] as const),
]

/** Everything in the store but what only ever rises, and drafts, which nobody has typed in. */
async function everything(backend: TestBackend): Promise<unknown> {
  const all = tables.map(async (table) => {
    const rows: readonly object[] = await rowsOf(backend.store, table)
    const kept = rows.filter((row) => !('state' in row && row.state === 'draft'))
    return kept.map((row) => ({ ...row, revision: 0, calendar_version: 0 }))
  })
  return Object.fromEntries((await Promise.all(all)).map((rows, n) => [tables[n], rows]))
}

/** Somebody waits exactly since the first message of theirs that nobody has answered. */
async function expectClocksInStep(backend: TestBackend): Promise<void> {
  const waits = (await rowsOf(backend.store, 'wait')).filter(({ ended_at }) => ended_at === null)
  for (const { id } of await rowsOf(backend.store, 'conversation')) {
    const lastEnd = await findLastEnd(backend.store.read, id)
    const unanswered = firstUnanswered(await listMessages(backend.store.read, id), lastEnd)
    const since = waits.filter((wait) => wait.conversation_id === id).map((wait) => wait.waiting_since)
    expect(since).toEqual(unanswered === null ? [] : [unanswered.at])
  }
}

/** Today shows everybody who waits, in their section or put aside, and nothing of clients who are archived. */
async function expectTodayRight(backend: TestBackend): Promise<void> {
  const today = await backend.ask(api.today.show, {})
  const clients = await rowsOf(backend.store, 'client')
  const archived = new Set(clients.filter((client) => client.archived_at !== null).map(({ id }) => id))
  const open = (await rowsOf(backend.store, 'wait')).filter(
    ({ ended_at, client_id }) => ended_at === null && !archived.has(client_id),
  )
  const sections = [...today.waiting, ...today.promises, ...today.updates, ...today.extras]
  const shown = [...sections, ...today.aside, ...today.done]
  expect(shown.filter(({ clientId }) => archived.has(clientId))).toEqual([])
  const asideWaits = today.aside.filter(({ item }) => item === 'wait').map(({ itemId }) => itemId)
  const waiting = [...today.waiting.map(({ waitId }) => waitId), ...asideWaits]
  expect(waiting.toSorted((x, y) => x - y)).toEqual(open.map(({ id }) => id).toSorted((x, y) => x - y))
}

const endedWaits = async (backend: TestBackend) =>
  (await rowsOf(backend.store, 'wait')).filter(({ ended_at }) => ended_at !== null)

/** Waits that ended before and have not been opened again are as they were. */
function expectSame(before: readonly WaitRow[], after: readonly WaitRow[]): void {
  const still = after.filter(({ id }) => before.some((wait) => wait.id === id))
  expect(before).toEqual(expect.arrayContaining(still))
}

const steps = (kinds: readonly Kind[]) => {
  const step = fc.record<Step>({
    kind: fc.constantFrom(...kinds),
    n: fc.nat(1000),
    pick: fc.nat(1000),
    minutes: fc.constantFrom(0, 1, 7, 40),
  })
  return fc.array(step, { minLength: 5, maxLength: 25 })
}

/** Two clients, one of whom wrote and was promised something. */
const beginning = (['account', 'addClient', 'addClient', 'log', 'promise', 'addExtra'] as const).map(
  (kind, n): Step => ({ kind, n: 3 * n, pick: n, minutes: 1 }),
)

const undoable = Object.keys(doings).filter(
  (kind) => !['undo', 'takeBack', 'deliver'].includes(kind),
) as Kind[]

describe('whatever was done', () => {
  it('is taken back step by step, each to the very rows before it', async () => {
    await fc.assert(
      fc.asyncProperty(steps(undoable), async (given) => {
        const backend = await openTestBackend()
        const befores: unknown[] = []

        for (const step of [...beginning, ...given]) {
          const before = await everything(backend)
          const last = await lastId(backend)
          await take(backend, step)
          await expectTodayRight(backend)
          if ((await lastId(backend)) !== last) befores.push(before)
        }

        while (await undoLast(backend)) expect(await everything(backend)).toEqual(befores.pop())
        expect(befores).toEqual([])
        await backend.close()
      }),
      { numRuns: runs },
    )
  }, 120_000)

  it('and taken back in any order, leaves every clock right and every wait that stays ended as it was', async () => {
    await fc.assert(
      fc.asyncProperty(steps(turning), async (given) => {
        const backend = await openTestBackend()

        for (const step of [...beginning, ...given]) {
          const ended = await endedWaits(backend)
          await take(backend, step)
          await expectClocksInStep(backend)
          // A wait whose letter is taken back may have ended by a later word instead.
          if (step.kind !== 'takeBack') expectSame(ended, await endedWaits(backend))
        }
        await backend.close()
      }),
      { numRuns: runs },
    )
  }, 120_000)
})
