import type { Standard, StandardDetails } from '../shared/domain/standard'
import type { Instant } from '../shared/lib/time'
import { insertRow } from './record'
import type { ReadDb, StandardRow, WriteDb } from './schema'

export const toStandard = (row: StandardRow): Standard => ({
  id: row.id,
  fromAt: row.from_at,
  ackMinutes: row.ack_minutes,
  answerDays: row.answer_days,
  inquiryAckMinutes: row.inquiry_ack_minutes,
  inquiryAnswerDays: row.inquiry_answer_days,
  eventWeekAckMinutes: row.event_week_ack_minutes,
  eventWeekAnswerDays: row.event_week_answer_days,
  cadenceDays: row.cadence_days,
  cadenceNearDays: row.cadence_near_days,
  cadenceLastDays: row.cadence_last_days,
  promisesADay: row.promises_a_day,
  budgetMinor: row.budget_minor,
  clientBudgetMinor: row.client_budget_minor,
})

/** The standards in force: the version added last. */
export async function getStandard(db: ReadDb): Promise<Standard> {
  return toStandard(
    await db.selectFrom('standard').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  )
}

/** The standards in force at a moment; before the first version, the first. */
export async function getStandardAt(db: ReadDb, at: Instant): Promise<Standard> {
  const versions = await listStandards(db)
  return versions.find(({ fromAt }) => fromAt <= at) ?? getFirst(versions)
}

/** Every version there was, the newest first. */
export async function listStandards(db: ReadDb): Promise<readonly Standard[]> {
  return (await db.selectFrom('standard').selectAll().orderBy('id', 'desc').execute()).map(toStandard)
}

/** Adds a version; those before it stay as they were. */
export async function insertStandard(
  db: WriteDb,
  details: StandardDetails,
  fromAt: Instant,
): Promise<Standard> {
  return toStandard(
    await insertRow(db, 'standard', {
      from_at: fromAt,
      ack_minutes: details.ackMinutes,
      answer_days: details.answerDays,
      inquiry_ack_minutes: details.inquiryAckMinutes,
      inquiry_answer_days: details.inquiryAnswerDays,
      event_week_ack_minutes: details.eventWeekAckMinutes,
      event_week_answer_days: details.eventWeekAnswerDays,
      cadence_days: details.cadenceDays,
      cadence_near_days: details.cadenceNearDays,
      cadence_last_days: details.cadenceLastDays,
      promises_a_day: details.promisesADay,
      budget_minor: details.budgetMinor,
      client_budget_minor: details.clientBudgetMinor,
    }),
  )
}

function getFirst(versions: readonly Standard[]): Standard {
  const first = versions.at(-1)
  if (first === undefined) throw new Error('The store has no standards')
  return first
}
