import { findNeighbours } from '../../db/client-page'
import { getBusiness } from '../../db/business'
import { getClient } from '../../db/clients'
import { listConversations } from '../../db/conversations'
import { listExtrasOf, sumGivenTo } from '../../db/extras'
import { listKeyDates } from '../../db/milestones'
import { listPeople } from '../../db/people'
import { listProjects } from '../../db/projects'
import { readPromiseRecord } from '../../db/promise-record'
import { listOpenPromisesOf } from '../../db/promises'
import type { ReadDb } from '../../db/schema'
import { getStandard } from '../../db/standards'
import { listOpenWaitsOf } from '../../db/waits'
import type { ClientPage } from '../../shared/api/clients'
import type { Calendar, OpenSpan } from '../../shared/domain/calendar'
import type { Client } from '../../shared/domain/client'
import type { ClientId } from '../../shared/domain/ids'
import type { Wait } from '../../shared/domain/wait'
import { day, dayOf, type Instant } from '../../shared/lib/time'
import { openSpansBetween } from '../../shared/rules/open-spans'
import { loadCalendarOf } from './calendar-of'
import { clientHealth } from './client-health'
import { waitingClock } from './explain'

/** Conversations a form offers to log into. */
const conversationsShown = 50

/** Everything of one client's page but the timeline. Refuses E_CLIENT_GONE. */
export async function clientPage(db: ReadDb, id: ClientId, now: Instant): Promise<ClientPage> {
  const client = await getClient(db, id)
  const { zone, currency, language } = await getBusiness(db)
  const today = dayOf(now, zone)
  const waits = await listOpenWaitsOf(db, id)
  const calendar = await loadCalendarOf(db, id)
  const standard = await getStandard(db)
  const people = await listPeople(db, id)
  const projects = await listProjects(db, id)
  const promises = await listOpenPromisesOf(db, id)
  return {
    client,
    health: await clientHealth(db, { client, people, projects, promises, waits, calendar, standard }, now),
    sentBy: await findSender(db, client),
    people,
    projects,
    keyDates: await listKeyDates(db, id, today),
    promises,
    promiseRecord: await readPromiseRecord(db, id),
    extras: await listExtrasOf(db, id),
    extrasSpentMinor: await sumGivenTo(db, id, `${today.slice(0, 4)}-01-01`),
    extrasBudgetMinor: standard.clientBudgetMinor,
    currency,
    conversations: await listConversations(db, id, conversationsShown),
    waits: waits.map((wait) => waitingClock(wait, calendar, language)),
    calendar: spansFor(waits, calendar, now),
    ...(await findNeighbours(db, client)),
  }
}

async function findSender(db: ReadDb, { sentByClientId }: Client): Promise<ClientPage['sentBy']> {
  if (sentByClientId === null) return null
  const { id, name } = await getClient(db, sentByClientId)
  return { id, name }
}

/** The open time the clocks shown need: from the oldest start to the last due time, or a day on for a page left open. */
function spansFor(waits: readonly Wait[], calendar: Calendar, now: Instant): readonly OpenSpan[] {
  if (waits.length === 0) return []
  const from = Math.min(...waits.map(({ waitingSince }) => waitingSince))
  const to = Math.max(now + day, ...waits.map(({ ackDueAt }) => ackDueAt))
  return openSpansBetween(calendar, from, to)
}
