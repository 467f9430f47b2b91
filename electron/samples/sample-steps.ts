import type { WriteDb } from '../../db/schema'
import type { ConversationId, MessageId } from '../../shared/domain/ids'
import type { Instant, Zone } from '../../shared/lib/time'
import type { AddedClient } from './sample-clients'
import { extraStep } from './sample-extras'
import { messageSteps } from './sample-messages'
import { promiseSteps } from './sample-promises'
import { updateSteps } from './sample-updates'

/** Something that happened at its moment; steps are taken in the order of time. */
export type Step = { readonly at: Instant; readonly take: (db: WriteDb) => Promise<void> }

/** What a client's steps remember of one another: the last message of each conversation, by its subject. */
export type Matter = AddedClient & {
  readonly zone: Zone
  readonly said: Map<string, { readonly conversationId: ConversationId; readonly messageId: MessageId }>
}

/** Everything that happened with one client. */
export function stepsOf(added: AddedClient, zone: Zone): readonly Step[] {
  const matter: Matter = { ...added, zone, said: new Map() }
  return [
    ...messageSteps(matter),
    ...promiseSteps(matter),
    ...updateSteps(matter),
    ...(added.sample.extras ?? []).map((extra) => extraStep(matter, extra)),
  ]
}

/** The id of somebody at the client, by name. */
export const personIdOf = ({ people }: Matter, name: string | undefined) =>
  people.find((person) => person.name === name)?.id ?? null
