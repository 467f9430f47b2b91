import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery as useTanstackQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useRef } from 'react'
import type { Endpoint, InputOf, Named, OutputOf, Reply } from '../shared/api/contract'
import type { Push } from '../shared/api/pushes'
import { Refusal, type RefusalCode } from '../shared/lib/refusal'
import type { HostClock } from './host-clock'
import type { Wire } from './wire'

/** The way to the host and its clock, for everything below. */
export type Connection = { readonly wire: Wire; readonly clock: HostClock }

const ConnectionContext = createContext<Connection | null>(null)
export const ConnectionProvider = ConnectionContext.Provider

/** A refusal as the host said it: `sentence` is shown as it stands, the code stands in its details. */
export class SaidRefusal extends Refusal {
  constructor(reply: Extract<Reply, { ok: false }>) {
    const { kind, code, values } = reply.error
    super(kind, code as RefusalCode, values)
    this.message = reply.error.message
  }
}

/** What a command answered, and the operation that undo would take back. */
export type Done<T> = { readonly value: T; readonly operationId: number | null }

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('A screen was shown outside its connection.')
  return connection
}

/**
 * Asks a query and shows its newest answer; every change anywhere asks it again. With `keep` the answer to
 * the previous input stays until the new one is there (a list being searched); with `isOff` nothing is asked
 * as long as nobody knows what to ask for.
 */
export function useQuery<E extends Named<Endpoint<'query' | 'errand'>>>(
  endpoint: E,
  input: InputOf<E>,
  options: { readonly keep?: boolean; readonly isOff?: boolean } = {},
) {
  const connection = useConnection()
  const asked = useTanstackQuery<OutputOf<E>>({
    queryKey: [endpoint.name, input],
    queryFn: async () => (await ask(connection, endpoint, input)).value,
    enabled: !options.isOff,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  return { value: asked.data, refusal: refusalOf(asked.error), again: () => void asked.refetch() }
}

/** A command or errand ready to be asked. `ask` refuses with what the host said; `refusal` keeps the last one. */
export function useCommand<E extends Named<Endpoint<'command' | 'errand'>>>(endpoint: E) {
  const connection = useConnection()
  const mutation = useMutation<Done<OutputOf<E>>, Error, InputOf<E>>({
    mutationFn: (input) => ask(connection, endpoint, withOperation(endpoint, input)),
  })
  return {
    ask: (input: InputOf<E>) => mutation.mutateAsync(input),
    isBusy: mutation.isPending,
    refusal: refusalOf(mutation.error),
    forget: mutation.reset,
  }
}

/** A query asked once, outside a screen's rendering. */
export const askOnce = async <E extends Named>(connection: Connection, endpoint: E, input: InputOf<E>) =>
  (await ask(connection, endpoint, input)).value

/**
 * Hears what the host tells by itself: a change sets the clock and asks every visible query again. The rest is for
 * `hear`; the system may bring it at any time, so it sets no clock.
 */
export function usePushes(hear: (push: Exclude<Push, { readonly kind: 'changed' }>) => void): void {
  const { wire, clock } = useConnection()
  const client = useQueryClient()
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    const askAgain = () => void client.invalidateQueries()
    return wire.onPush((push) => {
      if (push.kind !== 'changed') return latest.current(push)
      clock.set(push.now)
      askAgain()
    }, askAgain)
  }, [wire, clock, client])
}

/** Asks every visible query again, when the host may have changed without being able to say so. */
export function useAskAgain(): () => void {
  const client = useQueryClient()
  return useCallback(() => void client.invalidateQueries(), [client])
}

/** Gives everything below one memory of answers. */
export const AnswersProvider = QueryClientProvider

/** The memory of answers; answers are asked for again by pushes alone, never by age or focus. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

async function ask<E extends Named>(
  connection: Connection,
  endpoint: E,
  input: unknown,
): Promise<Done<OutputOf<E>>> {
  const reply = await connection.wire.ask(endpoint.name, input)
  if (reply.ok || reply.error.code !== 'E_HOST_GONE') connection.clock.set(reply.now)
  if (!reply.ok) throw new SaidRefusal(reply)
  return { value: reply.value as OutputOf<E>, operationId: reply.operationId }
}

/** Every command carries an id of its own, so that one that is asked twice is done once. */
function withOperation(endpoint: Named, input: unknown): unknown {
  return endpoint.kind === 'command' ? { operationId: crypto.randomUUID(), ...(input as object) } : input
}

const refusalOf = (error: Error | null): SaidRefusal | null =>
  error === null ? null : error instanceof SaidRefusal ? error : unexpected()

const unexpected = (): SaidRefusal =>
  new SaidRefusal({
    ok: false,
    now: 0,
    error: { kind: 'internal', code: 'E_INTERNAL', values: {}, message: '' },
  })
