import type { Kind, Named } from '../../shared/api/contract'
import { api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import type { Contexts } from './answers'
import { handlers } from './handlers'

type AnyAnswer = (context: never, input: never) => Promise<unknown>

/** One request of the contract with the handler that answers it. */
export type KnownRequest = { readonly endpoint: Named; readonly answer: AnyAnswer }

/** The request of this name, never what an object has by nature (`__proto__.toString`). Refuses E_CHANNEL. */
export function getRequest(name: unknown): KnownRequest {
  const request = typeof name === 'string' ? requests.get(name) : undefined
  if (request !== undefined) return request
  throw new Refusal('not-found', 'E_CHANNEL', { request: String(name).slice(0, 100) })
}

/** Asks a request's handler; that it takes this context and input is what `Answers` made the compiler check. */
export const askHandler = <K extends Kind>(request: KnownRequest, context: Contexts[K], input: unknown) =>
  request.answer(context as never, input as never)

const answersByGroup: Readonly<Record<string, Readonly<Record<string, AnyAnswer>>>> = handlers

const requests: ReadonlyMap<string, KnownRequest> = new Map(
  Object.entries(api).flatMap(([group, verbs]) =>
    Object.entries(verbs).flatMap(([verb, endpoint]) => {
      const answer = answersByGroup[group]?.[verb]
      return answer === undefined ? [] : [[endpoint.name, { endpoint, answer }] as const]
    }),
  ),
)
