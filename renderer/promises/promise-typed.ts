import type { Channel } from '../../shared/domain/message'
import { PersonId, type ClientId, type ProjectId } from '../../shared/domain/ids'
import type { ClientPromise } from '../../shared/domain/promise'
import { chosenOf, lineOf } from '../form/typed'
import { noDueYet, type DueTyped } from './DueFields'

/** A promise as typed; `ownOn` '' is the working day before the told day. */
export type PromiseTyped = {
  readonly what: string
  readonly asNoun: string
  readonly doneAs: string
  readonly note: string
  readonly due: DueTyped
  readonly ownOn: string
  readonly saidChannel: Channel
  readonly saidTo: string
}

export const newPromise: PromiseTyped = {
  what: '',
  asNoun: '',
  doneAs: '',
  note: '',
  due: noDueYet,
  ownOn: '',
  saidChannel: 'call',
  saidTo: '',
}

/** A promise as its form shows it. */
export const typedPromise = (promise: ClientPromise): PromiseTyped => ({
  what: promise.what,
  asNoun: promise.asNoun ?? '',
  doneAs: promise.doneAs ?? '',
  note: promise.note ?? '',
  due: { dueOn: promise.dueOn, isAnotherDay: true, dueTime: promise.dueTime ?? '' },
  ownOn: promise.ownOn,
  saidChannel: promise.saidChannel,
  saidTo: promise.saidToPersonId === null ? '' : String(promise.saidToPersonId),
})

const words = (typed: PromiseTyped) => ({
  what: typed.what,
  asNoun: lineOf(typed.asNoun),
  doneAs: lineOf(typed.doneAs),
  note: lineOf(typed.note),
})

/** A new promise as it is asked for; `dueOn` is the day that is meant. */
export const addInput = (
  typed: PromiseTyped,
  { clientId, projectId, dueOn }: { clientId: ClientId; projectId: ProjectId | null; dueOn: string },
) => ({
  ...words(typed),
  clientId,
  projectId,
  saidChannel: typed.saidChannel,
  saidToPersonId: typed.saidTo === '' ? null : PersonId.parse(Number(typed.saidTo)),
  dueOn,
  dueTime: chosenOf(typed.due.dueTime),
  ownOn: chosenOf(typed.ownOn),
})

/** A changed promise as it is asked for; without an own day it keeps the one it has. */
export const changeInput = (typed: PromiseTyped, promise: ClientPromise, revision: number) => ({
  ...words(typed),
  id: promise.id,
  revision,
  ownOn: chosenOf(typed.ownOn) ?? promise.ownOn,
})
