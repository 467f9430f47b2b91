import { getConversation } from '../../db/conversations'
import { getPerson } from '../../db/people'
import { getProject } from '../../db/projects'
import type { ReadDb } from '../../db/schema'
import type { ClientId, ConversationId, PersonId, ProjectId } from '../../shared/domain/ids'
import { Refusal } from '../../shared/lib/refusal'

/** Records a request names beside the client they should belong to. */
export type Named = {
  readonly personId?: PersonId | null | undefined
  readonly projectId?: ProjectId | null | undefined
  readonly conversationId?: ConversationId | null | undefined
}

/** Refuses E_OTHER_CLIENT where what is named belongs to another client, and what is not there with its code. */
export async function refuseOtherClient(db: ReadDb, clientId: ClientId, named: Named): Promise<void> {
  const { personId, projectId, conversationId } = named
  const owners = {
    personId: personId ? (await getPerson(db, personId)).clientId : clientId,
    projectId: projectId ? (await getProject(db, projectId)).clientId : clientId,
    conversationId: conversationId ? (await getConversation(db, conversationId)).clientId : clientId,
  }
  const wrong = Object.entries(owners).find(([, owner]) => owner !== clientId)
  if (wrong) throw new Refusal('invalid', 'E_OTHER_CLIENT', { field: wrong[0] })
}
