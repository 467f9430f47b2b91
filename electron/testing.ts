import { openTestDatabase } from '../db/testing'
import type { Store } from '../db/store'
import type { InputOf, Named, OutputOf, Reply } from '../shared/api/contract'
import type { Note } from '../shared/domain/note'
import type { Push } from '../shared/api/pushes'
import type { Backup } from '../shared/api/settings'
import { Refusal, type RefusalCode } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { clockRight, offAfter } from '../shared/rules/clock-jump'
import { at } from '../shared/testing'
import { createBackend, type Backend } from './api/backend'
import { createMissingStoreBackend } from './api/missing-store'
import { meetClockJump } from './api/mail-hold'
import { mime } from './mail/mime'
import { nothingMissing } from './recovery'
import type { Delivery, Envelope, Host, Mail, MailServer, Recovery, Shell } from './api/ports'

/** A real backend on a store in memory; only the machine, the mail server and the clock are played. */
export type TestBackend = {
  /** Asks and gives the value; throws the Refusal, or the very error a handler failed with. */
  readonly ask: <E extends Named>(endpoint: E, input: InputOf<E>) => Promise<OutputOf<E>>
  /** Asks as a wire does and gives the whole reply. */
  readonly reply: <E extends Named>(endpoint: E, input: InputOf<E>) => Promise<Reply<OutputOf<E>>>
  readonly backend: Backend
  readonly store: Store
  /** What was announced so far. */
  readonly pushes: readonly Push[]
  readonly now: () => Instant
  readonly setNow: (now: Instant) => void
  /** Sets the computer's clock by so much, forward or back, and does what that asks for. */
  readonly jumpClock: (by: number) => Promise<void>
  readonly host: FakeHost
  readonly mail: FakeMail
  readonly close: () => Promise<void>
}

/** Tuesday 24 November 2026, 10:40 in London, unless another moment or store is given. */
export async function openTestBackend(
  options: { readonly now?: Instant; readonly store?: Store } = {},
): Promise<TestBackend> {
  const clock = { at: options.now ?? at('Tue 2026-11-24 10:40') }
  const store = options.store ?? (await openTestDatabase())
  const host = fakeHost()
  const mail = fakeMail()
  const faults: unknown[] = []
  const backend = createBackend({
    store,
    clock: { now: () => clock.at },
    host,
    mail,
    mime,
    language: 'en',
    onFault: ({ error }) => void faults.push(error),
  })
  const pushes: Push[] = []
  backend.onPush((push) => void pushes.push(push))
  const reply = async <E extends Named>(endpoint: E, input: InputOf<E>) =>
    (await backend.answer(endpoint.name, input)) as Reply<OutputOf<E>>
  return {
    reply,
    ask: async (endpoint, input) => valueOf(await reply(endpoint, input), faults),
    backend,
    store,
    pushes,
    now: () => clock.at,
    setNow: (now) => void (clock.at = now),
    async jumpClock(by) {
      clock.at += by
      await host.clockWatch.jump(store, by, clock.at)
    },
    host,
    mail,
    close: () => store.close(),
  }
}

/** A backend whose store is not where it was; `recovery` plays the ways out. */
export const missingStoreBackend = (recovery: Recovery): Backend =>
  createMissingStoreBackend({
    clock: { now: () => at('Tue 2026-11-24 10:40') },
    host: { ...fakeHost(), recovery },
    mail: fakeMail(),
    language: 'en',
    refusal: new Refusal('not-found', 'E_DB_MISSING', { expected: '/kept/kept.db', lastOpenedAt: null }),
    onFault: () => undefined,
  })

function valueOf<T>(reply: Reply<T>, faults: unknown[]): T {
  if (reply.ok) return reply.value
  const { kind, code, values } = reply.error
  if (code === 'E_INTERNAL') throw faults.pop()
  throw new Refusal(kind, code as RefusalCode, values)
}

/** A machine that remembers what it was asked. */
export type FakeHost = Omit<Host, 'isClockSet' | 'shell' | 'watch' | 'clockWatch'> & {
  readonly backups: Backup[]
  isClockSet: boolean
  shell: Shell
  /** What was shown outside the window, in order; `refusesNotes` plays a system that shows none. */
  readonly notes: Note[]
  refusesNotes: boolean
  watch: Host['watch']
  readonly clockWatch: FakeClockWatch
}

export function fakeHost(): FakeHost {
  const memory = { password: null as string | null }
  const backups: Backup[] = []
  const notes: Note[] = []
  const host: FakeHost = {
    version: '0.1.0',
    storeFile: ':memory:',
    isClockSet: false,
    backups,
    password: { get: () => memory.password, set: (password) => void (memory.password = password) },
    backUp: async (why, now) => {
      const backup = { file: `kept-${now}.db`, at: now, bytes: 1, why }
      backups.unshift(backup)
      return backup
    },
    listBackups: async () => backups,
    recovery: nothingMissing,
    notes,
    refusesNotes: false,
    shell: {
      openWindow: async () => null,
      async showNotes(shown) {
        if (host.refusesNotes) throw new Refusal('unreachable', 'E_NOTIFY_UNAVAILABLE')
        notes.push(...shown)
      },
      desk: null,
    },
    watch: () => ({ lastScanAt: null, restartedAt: null }),
    clockWatch: fakeClockWatch(),
  }
  return host
}

/** A watch that hears of a jump when the test makes one. */
export type FakeClockWatch = Host['clockWatch'] & {
  readonly jump: (store: Store, by: number, now: Instant) => Promise<void>
}

function fakeClockWatch(): FakeClockWatch {
  const state = { off: clockRight }
  return {
    look: async () => undefined,
    movedBy: () => state.off.by,
    trust: () => void (state.off = clockRight),
    async jump(store, by, now) {
      const step = { kind: by > 0 ? 'set-forward' : 'set-back', by: Math.abs(by) } as const
      state.off = offAfter(state.off, { step, isLeast: false })
      await store.write((db) => meetClockJump(db, step, state.off, now))
    },
  }
}

/** A mail server that takes every letter, unless `answers` holds how the next attempts end. */
export type FakeMail = Mail & {
  readonly sent: { readonly server: MailServer; readonly envelope: Envelope; readonly bytes: Uint8Array }[]
  readonly answers: Delivery[]
  /** What `check` refuses with; null lets it pass. */
  refusal: Refusal | null
}

export function fakeMail(): FakeMail {
  return {
    sent: [],
    answers: [],
    refusal: null,
    async check() {
      if (this.refusal !== null) throw this.refusal
      return { greeting: '220 mail.example.org ready' }
    },
    async send(server, envelope, bytes, beforeLastDot) {
      const answer = this.answers.shift() ?? { outcome: 'sent', answer: '250 OK', refused: [] }
      if (answer.outcome === 'sent' || answer.outcome === 'unknown') await beforeLastDot()
      if (answer.outcome === 'sent') this.sent.push({ server, envelope, bytes })
      return answer
    },
  }
}
