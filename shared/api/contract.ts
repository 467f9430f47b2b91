import * as z from 'zod/mini'
import type { RefusalKind } from '../lib/refusal'

/** A query reads, a command writes inside one transaction, an errand goes to the outside world. */
export type Kind = 'query' | 'command' | 'errand'

type Fields = Record<string, z.core.$ZodType>
type Shape<F extends Fields> = z.ZodMiniObject<F, z.core.$strict>

declare const output: unique symbol

/** One request there is: its kind, its input, whether undo can take it back, and (for the compiler) its answer. */
export type Endpoint<K extends Kind = Kind, F extends Fields = Fields, Out = unknown> = {
  readonly kind: K
  readonly input: Shape<F>
  readonly canUndo: boolean
  readonly [output]?: Out
}

/** An endpoint under its name, `group.verb`. */
export type Named<E extends Endpoint = Endpoint> = E & { readonly name: string }

export type InputOf<E> = E extends Endpoint<Kind, infer F> ? z.input<Shape<F>> : never
export type ParsedOf<E> = E extends Endpoint<Kind, infer F> ? z.output<Shape<F>> : never
export type OutputOf<E> = E extends Endpoint<Kind, Fields, infer Out> ? Out : never

/** What every answer looks like on any wire; `now` is the host's moment, in ms UTC. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly now: number; readonly value: T; readonly operationId: number | null }
  | { readonly ok: false; readonly now: number; readonly error: ReplyError }

/** A refusal as data: what a caller may do (`kind`), which one (`code`), and its sentence in the user's language. */
export type ReplyError = {
  readonly kind: RefusalKind
  readonly code: string
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  readonly message: string
}

/** Declares a request that only reads. */
export const query = <F extends Fields>(fields: F) => declare('query', fields, false)

/**
 * Declares a request that writes, all or nothing. Its input takes an `operationId` (a UUID) beside its fields:
 * the same one again is answered with the first answer and done only once. `undo` says whether it can be taken back.
 */
export const command = <F extends Fields>(fields: F, options: { readonly undo: boolean }) =>
  declare('command', { ...fields, operationId: z.optional(z.uuid('invalid.operation')) }, options.undo)

/** Declares a request that goes to the outside world and may be slow or fail there. */
export const errand = <F extends Fields>(fields: F) => declare('errand', fields, false)

function declare<K extends Kind, F extends Fields>(kind: K, fields: F, canUndo: boolean) {
  const input = z.strictObject(fields)
  return { returns: <Out>(): Endpoint<K, F, Out> => ({ kind, input, canUndo }) }
}

export type Groups = Record<string, Record<string, Endpoint>>
export type NamedGroups<G extends Groups> = {
  readonly [Group in keyof G]: { readonly [Verb in keyof G[Group]]: Named<G[Group][Verb]> }
}

/** Gives every endpoint its name from where it stands: `{ promises: { keep } }` becomes `promises.keep`. */
export function named<G extends Groups>(groups: G): NamedGroups<G> {
  const nameAll = (group: string, verbs: Record<string, Endpoint>) =>
    Object.fromEntries(Object.entries(verbs).map(([verb, e]) => [verb, { ...e, name: `${group}.${verb}` }]))
  const entries = Object.entries(groups).map(([group, verbs]) => [group, nameAll(group, verbs)])
  return Object.fromEntries(entries) as NamedGroups<G>
}

/** Every endpoint of a contract, in its order. */
export const endpointsOf = (api: Record<string, Record<string, Named>>): readonly Named[] =>
  Object.values(api).flatMap((verbs) => Object.values(verbs))
