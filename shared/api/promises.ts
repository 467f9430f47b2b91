import * as z from 'zod/mini'
import { Day } from '../lib/time'
import type { DayChoice, DayLoad } from '../domain/day-load'
import { ClientId, ConversationId, PersonId, ProjectId, PromiseId, Revision } from '../domain/ids'
import { Channel } from '../domain/message'
import { DueDay, PromiseDetails, type ClientPromise, type PromiseMove } from '../domain/promise'
import { Line } from '../domain/typed'
import { command, query } from './contract'

export type { DayChoice, DayLoad }

/** Promises to clients. */
export const promises = {
  show: query({ id: PromiseId }).returns<{
    readonly promise: ClientPromise
    readonly moves: readonly PromiseMove[]
  }>(),
  /**
   * The load of `count` days from `from` (default: tomorrow), and the earliest safe day. For a promise whose date is
   * to be moved (`exceptPromiseId`), both come after its told day. Refuses E_PROMISE_GONE.
   */
  days: query({
    from: z.optional(z.nullable(Day)),
    count: z.optional(z.int().check(z.positive(), z.maximum(62))),
    exceptPromiseId: z.optional(z.nullable(PromiseId)),
  }).returns<DayChoice>(),
  add: command(
    {
      clientId: ClientId,
      projectId: z.optional(z.nullable(ProjectId)),
      conversationId: z.optional(z.nullable(ConversationId)),
      saidChannel: z.optional(Channel),
      saidToPersonId: z.optional(z.nullable(PersonId)),
      ...PromiseDetails.shape,
    },
    { undo: true },
  ).returns<ClientPromise>(),
  /** Changes the words and the own day; the told day changes by `move` or a letter only. */
  change: command(
    {
      id: PromiseId,
      revision: Revision,
      what: Line,
      asNoun: z.nullable(Line),
      doneAs: z.nullable(Line),
      note: z.nullable(Line),
      ownOn: Day,
    },
    { undo: true },
  ).returns<ClientPromise>(),
  keep: command({ id: PromiseId }, { undo: true }).returns<ClientPromise>(),
  /** Moves the told day where the client already knows; otherwise a move letter does it. */
  move: command(
    { id: PromiseId, revision: Revision, ...DueDay.shape, why: z.nullable(Line) },
    { undo: true },
  ).returns<ClientPromise>(),
  /** It will not be kept, said after it was due. Refuses E_PROMISE_NOT_DUE before. */
  break: command({ id: PromiseId }, { undo: true }).returns<ClientPromise>(),
  /** The client no longer wants it. */
  withdraw: command({ id: PromiseId }, { undo: true }).returns<ClientPromise>(),
}
