import { getBusiness } from '../../db/business'
import { getClient } from '../../db/clients'
import { getConversation } from '../../db/conversations'
import { getExtra } from '../../db/extras'
import type { Matter } from '../../db/letters'
import { getMessage } from '../../db/messages'
import { listPeople } from '../../db/people'
import { getProject } from '../../db/projects'
import { getPromise } from '../../db/promises'
import type { ReadDb } from '../../db/schema'
import { getWait } from '../../db/waits'
import type { Business } from '../../shared/domain/business'
import type { Calendar } from '../../shared/domain/calendar'
import type { Client, Language } from '../../shared/domain/client'
import type { Extra } from '../../shared/domain/extra'
import type { Person } from '../../shared/domain/person'
import type { Project } from '../../shared/domain/project'
import type { ClientPromise } from '../../shared/domain/promise'
import type { Wait } from '../../shared/domain/wait'
import { dayOf, type Day, type Instant } from '../../shared/lib/time'
import { loadCalendar } from './calendar-of'

/** A wait a letter answers, with the words that began it. */
export type Asked = { readonly wait: Wait; readonly text: string; readonly subject: string | null }

/** Everything a letter may speak of, read once. */
export type Ground = {
  readonly now: Instant
  readonly today: Day
  readonly calendar: Calendar
  readonly language: Language
  readonly business: Business
  readonly client: Client
  readonly people: readonly Person[]
  readonly asked: Asked | null
  readonly promise: ClientPromise | null
  readonly project: Project | null
  readonly extra: Extra | null
}

/** Reads what a letter about this matter may speak of; its language follows the client. */
export async function loadGround(db: ReadDb, matter: Omit<Matter, 'kind'>, now: Instant): Promise<Ground> {
  const business = await getBusiness(db)
  const client = await getClient(db, matter.clientId)
  const calendar = await loadCalendar(db)
  return {
    now,
    today: dayOf(now, calendar.zone),
    calendar,
    language: client.language ?? business.language,
    business,
    client,
    people: await listPeople(db, client.id),
    asked: matter.waitId === null ? null : await loadAsked(db, matter.waitId),
    promise: matter.promiseId === null ? null : await getPromise(db, matter.promiseId),
    project: matter.projectId === null ? null : await getProject(db, matter.projectId),
    extra: matter.extraId === null ? null : await getExtra(db, matter.extraId),
  }
}

/** A wait and what was asked in it. */
export async function loadAsked(db: ReadDb, waitId: Wait['id']): Promise<Asked> {
  const wait = await getWait(db, waitId)
  const { text } = await getMessage(db, wait.firstMessageId)
  const { subject } = await getConversation(db, wait.conversationId)
  return { wait, text, subject }
}
