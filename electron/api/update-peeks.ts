import type { ReadDb } from '../../db/schema'
import { loadUpdateLetters, type UpdateLetters } from '../../db/update-letters'
import type { Business } from '../../shared/domain/business'
import type { Calendar } from '../../shared/domain/calendar'
import type { Language } from '../../shared/domain/client'
import type { ProjectId } from '../../shared/domain/ids'
import { addDays, type Day, type Instant } from '../../shared/lib/time'
import { usualRecipients } from '../../shared/rules/letter-people'
import { peekOf } from '../../shared/rules/letter-text'
import { statusHorizonDays } from '../../shared/rules/status-letter'
import type { UpdateDecided } from '../../shared/rules/today-updates'
import { loadTemplate } from './letter-draft'
import { commonFacts } from './letter-facts'
import { updatePeek } from './letter-update'

/** When, and for whom, letters are begun. */
export type PeekView = {
  readonly business: Business
  readonly calendar: Calendar
  readonly today: Day
  readonly now: Instant
}

/** How the status letter of each project begins: as it was typed where it was begun, else as it would be. */
export async function peeksOf(
  db: ReadDb,
  updates: readonly UpdateDecided[],
  view: PeekView,
): Promise<ReadonlyMap<ProjectId, string>> {
  if (updates.length === 0) return new Map()
  const projects = updates.map(({ update }) => update.project)
  const days = { from: view.today, until: addDays(view.today, statusHorizonDays) }
  const letters = await loadUpdateLetters(db, projects, days)
  const templates = await loadTemplates(db, updates, view.business)
  return new Map(updates.map((update) => [update.projectId, peekAt(update, letters, templates, view)]))
}

type Template = Awaited<ReturnType<typeof loadTemplate>>
type Templates = ReadonlyMap<Language, Template>

const languageOf = ({ update }: UpdateDecided, business: Business): Language =>
  update.language ?? business.language

async function loadTemplates(
  db: ReadDb,
  updates: readonly UpdateDecided[],
  business: Business,
): Promise<Templates> {
  const templates = new Map<Language, Template>()
  for (const language of new Set(updates.map((update) => languageOf(update, business))))
    templates.set(language, await loadTemplate(db, 'status-update', language))
  return templates
}

function peekAt(
  decided: UpdateDecided,
  letters: UpdateLetters,
  templates: Templates,
  view: PeekView,
): string {
  const { update, news } = decided
  const { project } = update
  const draft = letters.drafts.get(project.id)
  if (draft !== undefined) return peekOf(draft)
  const language = languageOf(decided, view.business)
  const template = templates.get(language)
  if (template === undefined) return ''
  const people = letters.people.get(project.clientId) ?? []
  const milestones = letters.milestones.filter(
    ({ clientId, projectId }) =>
      clientId === project.clientId && (projectId === null || projectId === project.id),
  )
  const ground = { ...view, language, people, client: update, asked: null }
  const common = commonFacts(ground, { recipients: usualRecipients(people, null) })
  return updatePeek({ ...news, project, milestones }, ground, template, common)
}
