import * as z from 'zod/mini'
import { ClientDetails, Stage, type Client } from '../domain/client'
import type { Extra } from '../domain/extra'
import type { Health } from '../domain/health'
import { ClientId, Revision } from '../domain/ids'
import type { Channel, Conversation, Direction } from '../domain/message'
import type { Milestone } from '../domain/milestone'
import { PersonDetails, type Person } from '../domain/person'
import { ProjectDetails, type EventLine, type Project } from '../domain/project'
import type { ClientPromise, PromiseRecord } from '../domain/promise'
import { Paragraphs } from '../domain/typed'
import type { WaitingClock } from '../domain/today'
import type { OpenSpan } from '../domain/calendar'
import { command, query } from './contract'

/** One row of the list of clients; `owedPromises` counts open promises, `waitingSince` the oldest open wait. */
export type ClientListRow = {
  readonly id: ClientId
  readonly name: string
  readonly shortName: string
  readonly stage: Stage
  readonly event: EventLine | null
  readonly nextOn: string | null
  readonly lastHeardAt: number | null
  readonly lastWrittenAt: number | null
  readonly owedPromises: number
  readonly waitingSince: number | null
  readonly archivedAt: number | null
}

/** Everything the client page shows but the timeline. Money in minor units of `currency`. */
export type ClientPage = {
  readonly client: Client
  readonly health: Health
  readonly sentBy: { readonly id: ClientId; readonly name: string } | null
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  readonly keyDates: readonly Milestone[]
  readonly promises: readonly ClientPromise[]
  readonly promiseRecord: PromiseRecord
  readonly extras: readonly Extra[]
  readonly extrasSpentMinor: number
  readonly extrasBudgetMinor: number
  readonly currency: string
  readonly conversations: readonly Conversation[]
  readonly waits: readonly WaitingClock[]
  readonly calendar: readonly OpenSpan[]
  readonly previousId: ClientId | null
  readonly nextId: ClientId | null
}

/** One entry of "So far", newest first. */
export type TimelineEntry =
  | {
      readonly kind: 'message'
      readonly id: number
      readonly at: number
      readonly who: string | null
      readonly direction: Direction
      readonly channel: Channel
      readonly subject: string | null
      readonly text: string
      readonly gist: string | null
      readonly minutes: number | null
      readonly conversationId: number
      readonly letterState: string | null
    }
  | {
      readonly kind: 'promise-made' | 'promise-kept' | 'promise-broken' | 'promise-withdrawn'
      readonly id: number
      readonly at: number
      readonly what: string
      /** The promise as a thing, where it is known. */
      readonly noun: string | null
      readonly dueOn: string
      readonly dueTime: string | null
      readonly daysEarly: number | null
      readonly saidChannel: Channel
      readonly letterSubject: string | null
    }
  | {
      readonly kind: 'promise-moved'
      readonly id: number
      readonly at: number
      readonly what: string
      readonly noun: string | null
      readonly fromOn: string
      readonly toOn: string
      readonly isBeforeDue: boolean
      readonly why: string | null
      readonly replyText: string | null
      readonly replyWho: string | null
    }
  | { readonly kind: 'update'; readonly id: number; readonly at: number; readonly topics: string | null }
  | {
      readonly kind: 'extra'
      readonly id: number
      readonly at: number
      readonly what: string
      readonly costMinor: number | null
      readonly minutes: number | null
    }

export const TimelineKind = z.enum(['messages', 'promises', 'updates', 'extras'], 'invalid.choice')
export type TimelineKind = z.infer<typeof TimelineKind>

/** Clients: the list, one client's page, and what can be done with a client. */
export const clients = {
  /** Clients by name, at most `limit` (100) from `offset` on; `text` searches names, people and addresses. */
  list: query({
    text: z.optional(z.nullable(z.string('invalid.line').check(z.maxLength(200, 'invalid.line-too-long')))),
    stage: z.optional(z.nullable(Stage)),
    isArchived: z.optional(z.boolean()),
    offset: z.optional(z.int().check(z.nonnegative())),
    limit: z.optional(z.int().check(z.positive(), z.maximum(200))),
  }).returns<{ readonly rows: readonly ClientListRow[]; readonly total: number }>(),
  /** Everything of one client's page but the timeline. Refuses E_CLIENT_GONE. */
  show: query({ id: ClientId }).returns<ClientPage>(),
  /** Newest first; `before` is the `at` of the last entry shown. */
  timeline: query({
    id: ClientId,
    kind: z.optional(z.nullable(TimelineKind)),
    before: z.optional(z.nullable(z.int())),
    limit: z.optional(z.int().check(z.positive(), z.maximum(200))),
  }).returns<readonly TimelineEntry[]>(),
  /** Adds a client with people, addresses and a first project, in one go. */
  add: command(
    {
      ...ClientDetails.shape,
      people: z.array(PersonDetails).check(z.maxLength(20, 'invalid.too-many')),
      project: z.nullable(ProjectDetails),
      note: z.optional(z.nullable(Paragraphs)),
    },
    { undo: true },
  ).returns<{
    readonly id: ClientId
    readonly personIds: readonly number[]
    readonly projectId: number | null
  }>(),
  change: command(
    { id: ClientId, revision: Revision, ...ClientDetails.shape },
    { undo: true },
  ).returns<Client>(),
  /** Takes a client out of every list; nothing is lost, and undo or `restore` brings it back. */
  archive: command({ id: ClientId }, { undo: true }).returns<Client>(),
  restore: command({ id: ClientId }, { undo: true }).returns<Client>(),
}
