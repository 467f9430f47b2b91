import type { Store } from '../../db/store'
import type { Reply } from '../../shared/api/contract'
import type { Push } from '../../shared/api/pushes'
import { assertNever } from '../../shared/lib/assert'
import { Refusal } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import type { Language } from '../../shared/words/say'
import { carryOut } from './command'
import { parseInput } from './input'
import type { Clock, Fault, Host, Mail, Mime } from './ports'
import { refused } from './reply'
import { askHandler, getRequest, type KnownRequest } from './requests'

/** Answers every request of the contract; window, browser, scheduler and tests are merely its callers. */
export type Backend = {
  /** Never throws: whatever went wrong is part of the reply. */
  readonly answer: (name: string, input: unknown) => Promise<Reply>
  /** Calls the listener after every change until the returned function is called. */
  readonly onPush: (listener: (push: Push) => void) => () => void
  /** Tells every window. */
  readonly push: (push: Push) => void
}

/** What a backend is made of; `onFault` is told of what no Refusal foresaw. */
export type BackendParts = {
  readonly store: Store
  readonly clock: Clock
  readonly host: Host
  readonly mail: Mail
  readonly mime: Mime
  readonly language: Language
  readonly onFault: (fault: Fault) => void
}

type Done = { readonly value: unknown; readonly operationId: number | null }

/** One backend for one open store. */
export function createBackend(parts: BackendParts): Backend {
  const listeners = new Set<(push: Push) => void>()
  const push = (told: Push) => {
    for (const listener of listeners) listener(told)
  }
  const announce = () => push({ kind: 'changed', now: parts.clock.now() })
  return {
    push,
    answer: (name, input) => answer(parts, announce, name, input),
    onPush(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

async function answer(
  parts: BackendParts,
  announce: () => void,
  name: string,
  input: unknown,
): Promise<Reply> {
  const now = parts.clock.now()
  try {
    const request = getRequest(name)
    const { value, operationId } = await run(
      parts,
      announce,
      request,
      parseInput(request.endpoint, input),
      now,
    )
    return { ok: true, now, value: value ?? null, operationId }
  } catch (error) {
    if (error instanceof Refusal) return refused(error, now, parts.language)
    parts.onFault({ request: name, error })
    return refused(new Refusal('internal', 'E_INTERNAL'), now, parts.language)
  }
}

/** The kind decides what the handler is given. */
async function run(
  parts: BackendParts,
  announce: () => void,
  request: KnownRequest,
  input: Readonly<Record<string, unknown>>,
  now: Instant,
): Promise<Done> {
  const { store, host, mail, mime } = parts
  switch (request.endpoint.kind) {
    case 'query':
      return done(await askHandler<'query'>(request, { db: store.read, now }, input))
    case 'errand': {
      const read = <T>(work: (db: Store['read']) => Promise<T>) => work(store.read)
      const write = announcing(store.write, announce)
      return done(await askHandler<'errand'>(request, { read, write, now, host, mail }, input))
    }
    case 'command': {
      const { isRepeat, ...carriedOut } = await store.write((db) => carryOut(db, request, input, now, mime))
      if (!isRepeat) announce()
      return carriedOut
    }
    default:
      return assertNever(request.endpoint.kind)
  }
}

const done = (value: unknown): Done => ({ value, operationId: null })

const announcing =
  (write: Store['write'], announce: () => void): Store['write'] =>
  async (work) => {
    const value = await write(work)
    announce()
    return value
  }
