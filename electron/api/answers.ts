import type { ReadDb, WriteDb } from '../../db/schema'
import type { Endpoint, OutputOf, ParsedOf } from '../../shared/api/contract'
import type { Instant } from '../../shared/lib/time'
import type { Host, Mail, Mime } from './ports'

/** What a query is given: a handle that reads, and the moment of the request. */
export type QueryContext = { readonly db: ReadDb; readonly now: Instant }

/** What a command is given: a transaction already open, and nothing that could keep it waiting. */
export type CommandContext = { readonly db: WriteDb; readonly now: Instant; readonly mime: Mime }

/** What an errand is given: the outside world, and two short doors into the store; never a handle to hold on to. */
export type ErrandContext = {
  readonly read: <T>(work: (db: ReadDb) => Promise<T>) => Promise<T>
  /** One transaction; nothing outdoors may be awaited inside. */
  readonly write: <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>
  readonly now: Instant
  readonly host: Host
  readonly mail: Mail
}

export type Contexts = {
  readonly query: QueryContext
  readonly command: CommandContext
  readonly errand: ErrandContext
}

/** The handlers of one group: one for every request of the contract, given what its kind may have. */
export type Answers<Group extends Readonly<Record<string, Endpoint>>> = {
  readonly [Verb in keyof Group]: (
    context: Contexts[Group[Verb]['kind']],
    input: ParsedOf<Group[Verb]>,
  ) => Promise<OutputOf<Group[Verb]>>
}
