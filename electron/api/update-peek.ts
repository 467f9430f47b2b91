import type { ReadDb } from '../../db/schema'
import { loadUpdateLetter } from '../../db/update-letter'
import type { Business } from '../../shared/domain/business'
import type { Calendar } from '../../shared/domain/calendar'
import { addDays, type Day, type Instant } from '../../shared/lib/time'
import { usualRecipients } from '../../shared/rules/letter-people'
import { peekOf } from '../../shared/rules/letter-text'
import { statusHorizonDays } from '../../shared/rules/status-letter'
import type { UpdateDecided } from '../../shared/rules/today-updates'
import { loadTemplate } from './letter-draft'
import { commonFacts } from './letter-facts'
import { updatePeek } from './letter-update'

/** Who writes, and when. */
export type PeekView = {
  readonly business: Business
  readonly calendar: Calendar
  readonly today: Day
  readonly now: Instant
}

/** How a status letter begins: as it was typed where it was begun, else as it would be now. */
export async function peekOfUpdate(
  db: ReadDb,
  { update, news }: UpdateDecided,
  view: PeekView,
): Promise<string> {
  const { project } = update
  const days = { from: view.today, until: addDays(view.today, statusHorizonDays) }
  const { draft, people, milestones } = await loadUpdateLetter(db, project, days)
  if (draft !== null) return peekOf(draft)
  const language = update.language ?? view.business.language
  const template = await loadTemplate(db, 'status-update', language)
  const ground = { ...view, language, people, client: update, asked: null }
  const common = commonFacts(ground, { recipients: usualRecipients(people, null) })
  return updatePeek({ ...news, project, milestones }, ground, template, common)
}
