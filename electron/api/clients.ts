import { countClients, listClients } from '../../db/client-list'
import { getBusiness } from '../../db/business'
import { getClient, insertClient, setArchived, updateClient } from '../../db/clients'
import { listEventDays } from '../../db/projects'
import { insertPerson } from '../../db/people'
import type { WriteDb } from '../../db/schema'
import { listTimeline } from '../../db/timeline'
import type { Api } from '../../shared/api/index'
import type { Client, ClientDetails } from '../../shared/domain/client'
import type { ClientId } from '../../shared/domain/ids'
import { calledOf, type PersonDetails } from '../../shared/domain/person'
import { Refusal } from '../../shared/lib/refusal'
import { dayOf, type Instant } from '../../shared/lib/time'
import type { Answers } from './answers'
import { clientPage } from './client-page'
import { keepMessage } from './keep-message'
import { addProject } from './projects'
import { changingCalendar } from './recount'
import { refuseNewer } from './revisions'
import { toEntry } from './timeline-entry'

const rowsAPage = 100
const entriesAPage = 50

export const clients: Answers<Api['clients']> = {
  async list({ db, now }, { text, stage, isArchived, offset, limit }) {
    const { zone } = await getBusiness(db)
    const filter = { text: text?.trim() || null, stage: stage ?? null, isArchived: isArchived ?? false }
    const page = { today: dayOf(now, zone), offset: offset ?? 0, limit: limit ?? rowsAPage }
    return { rows: await listClients(db, filter, page), total: await countClients(db, filter) }
  },

  show: ({ db, now }, { id }) => clientPage(db, id, now),

  async timeline({ db }, { id, kind, before, limit }) {
    await getClient(db, id)
    const { zone } = await getBusiness(db)
    const page = { before: before ?? null, limit: limit ?? entriesAPage }
    return (await listTimeline(db, id, kind ?? 'all', page)).map((row) => toEntry(row, zone))
  },

  async add({ db, now }, { people, project, note, ...details }) {
    await refuseSender(db, null, details)
    const named = { ...details, shortName: details.shortName ?? shortNameFrom(people) }
    const { id } = await insertClient(db, named, now)
    const personIds = []
    for (const person of people) personIds.push((await insertPerson(db, id, person)).id)
    const added = project && (await addProject(db, id, project, now))
    if (note) await keepNote(db, id, note, now)
    return { id, personIds, projectId: added?.id ?? null }
  },

  async change({ db }, { id, revision, ...details }) {
    refuseNewer({ revision }, await getClient(db, id), details)
    await refuseSender(db, id, details)
    return updateClient(db, id, details)
  },

  archive: ({ db, now }, { id }) => archive(db, id, now, now),
  restore: ({ db, now }, { id }) => archive(db, id, null, now),
}

/** Refuses E_CLIENT_GONE for a sender who is not there, and E_SENT_BY_SELF. */
async function refuseSender(
  db: WriteDb,
  id: ClientId | null,
  { sentByClientId }: ClientDetails,
): Promise<void> {
  if (sentByClientId === null) return
  if (sentByClientId === id) throw new Refusal('invalid', 'E_SENT_BY_SELF')
  await getClient(db, sentByClientId)
}

/** Where letters go to several people, rows call the client by how these are called: "Grace & Liam". */
function shortNameFrom(people: readonly PersonDetails[]): string | null {
  const called = people.filter(({ isInLetters }) => isInLetters).map(calledOf)
  return called.length > 1 ? called.join(' & ') : null
}

const keepNote = (db: WriteDb, clientId: ClientId, text: string, at: Instant) =>
  keepMessage(
    db,
    {
      clientId,
      personId: null,
      conversationId: null,
      subject: null,
      direction: 'internal',
      channel: 'note',
      at,
      text,
      gist: null,
      minutes: null,
    },
    at,
  )

/** A client's open events make working days while the client is not archived. */
async function archive(db: WriteDb, id: ClientId, at: Instant | null, now: Instant): Promise<Client> {
  const client = await getClient(db, id)
  if ((client.archivedAt === null) === (at === null)) return client
  const hasEvent = (await listEventDays(db, [id])).size > 0
  const change = () => setArchived(db, id, at)
  return hasEvent ? changingCalendar(db, now, change) : change()
}
