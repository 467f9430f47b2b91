import { getClient, moveLast } from '../../db/clients'
import { getExtra, updateExtra } from '../../db/extras'
import { getProject, updateCadence } from '../../db/projects'
import type { WriteDb } from '../../db/schema'
import { insertStatusUpdate } from '../../db/status-updates'
import type { PersonId } from '../../shared/domain/ids'
import type { Letter } from '../../shared/domain/letter'
import { assertNever } from '../../shared/lib/assert'
import { giveExtra } from '../../shared/rules/extra-state'
import { recordOutbound } from './keep-message'
import type { Ground } from './letter-ground'
import { markAcknowledged, markMoved, type Leaving, type Place } from './letter-promise-marks'
import { updateTopics } from './letter-update'
import { refreshNextUpdate } from './next-update'

/**
 * Sets the marks of a letter that leaves: its message in the conversation, the wait it ends, the promise it makes
 * or moves, the update it tells, the extra it gives. Refuses what the records refuse (E_WAIT_ENDED,
 * E_PROMISE_ENDED, E_PROMISE_IN_PAST).
 */
export async function setMarks(db: WriteDb, leaving: Leaving): Promise<void> {
  const { letter, subject, text, ground } = leaving
  const place = await markMatter(db, leaving)
  await recordOutbound(
    db,
    {
      ...place,
      clientId: letter.clientId,
      personId: firstReader(leaving),
      projectId: letter.projectId,
      channel: 'email',
      at: ground.now,
      minutes: null,
      text,
      gist: null,
      subject,
      letterId: letter.id,
    },
    ground.now,
  )
}

/** The first person it goes to; null for an address of nobody, or of somebody who has been removed since. */
const firstReader = ({ letter, ground }: Leaving): PersonId | null =>
  ground.people.find(({ id }) => id === letter.recipients[0]?.personId)?.id ?? null

async function markMatter(db: WriteDb, leaving: Leaving): Promise<Place> {
  const { letter, ground } = leaving
  switch (letter.kind) {
    case 'blank':
      return { conversationId: letter.conversationId, acknowledges: null }
    case 'acknowledge':
      return markAcknowledged(db, leaving)
    case 'late-answer':
      return letter.promise === null
        ? { conversationId: letter.conversationId, acknowledges: null }
        : markAcknowledged(db, leaving)
    case 'move-the-date':
      return markMoved(db, leaving)
    case 'status-update':
      await markUpdated(db, leaving)
      return { conversationId: null, acknowledges: null }
    case 'little-extra':
      await markGiven(db, letter, ground)
      return { conversationId: null, acknowledges: null }
    default:
      return assertNever(letter.kind)
  }
}

async function markUpdated(db: WriteDb, { letter, ground }: Leaving): Promise<void> {
  const { clientId, projectId } = letter
  if (projectId === null) throw new Error(`Letter ${letter.id} is about no project`)
  const { now } = ground
  const project = await getProject(db, projectId)
  const topics = await updateTopics(db, ground, project)
  await insertStatusUpdate(db, { projectId, clientId, letterId: letter.id, at: now, topics })
  await refreshNextUpdate(db, await updateCadence(db, projectId, now, project.nextUpdateOn))
}

async function markGiven(db: WriteDb, letter: Letter, { today, now }: Ground): Promise<void> {
  if (letter.extraId === null) throw new Error(`Letter ${letter.id} gives nothing`)
  const extra = await getExtra(db, letter.extraId)
  if (extra.state === 'given') {
    await updateExtra(db, { ...extra, letterId: letter.id })
    return
  }
  await updateExtra(db, { ...giveExtra(extra, today, today), letterId: letter.id }, now)
  await moveLast(db, await getClient(db, letter.clientId), 'extra', now)
}
