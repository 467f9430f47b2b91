import type { Standard, StandardDetails } from '../../shared/domain/standard'
import { assertNever } from '../../shared/lib/assert'
import { money, workingLength } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'

/** How a standard is put in: a length of working time, working days after the day of arrival, and so on. */
export type StandardUnit = 'length' | 'answer' | 'every' | 'a-day' | 'money'
export type StandardName = keyof StandardDetails

/** Every standard, with what it is counted in. */
export const unitOf: Readonly<Record<StandardName, StandardUnit>> = {
  ackMinutes: 'length',
  answerDays: 'answer',
  inquiryAckMinutes: 'length',
  inquiryAnswerDays: 'answer',
  eventWeekAckMinutes: 'length',
  eventWeekAnswerDays: 'answer',
  cadenceDays: 'every',
  cadenceNearDays: 'every',
  cadenceLastDays: 'every',
  promisesADay: 'a-day',
  budgetMinor: 'money',
  clientBudgetMinor: 'money',
}

/** The standards in the order they are shown, under their titles. */
export const standardGroups = [
  { title: 'settings.standards.clients', names: ['ackMinutes', 'answerDays'] },
  { title: 'settings.standards.inquiries', names: ['inquiryAckMinutes', 'inquiryAnswerDays'] },
  { title: 'settings.standards.eventWeek', names: ['eventWeekAckMinutes', 'eventWeekAnswerDays'] },
  { title: 'settings.standards.updates', names: ['cadenceDays', 'cadenceNearDays', 'cadenceLastDays'] },
  { title: 'settings.standards.promises', names: ['promisesADay'] },
  { title: 'settings.standards.giving', names: ['budgetMinor', 'clientBudgetMinor'] },
] as const satisfies readonly { title: string; names: readonly StandardName[] }[]

/** Lengths that are offered for a first sign of life, in minutes. */
const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480, 960]

/** The lengths to choose from, with the one in force among them. */
export const lengthsWith = (current: number): readonly number[] =>
  lengths.includes(current) ? lengths : [...lengths, current].sort((a, b) => a - b)

/** What a standard says in words: '4 h', 'the same day', 'every 14 days', '£1,200'. */
export function standardInWords(
  name: StandardName,
  value: number,
  { say, language, currency }: { say: Say; language: Language; currency: string },
): string {
  const unit = unitOf[name]
  switch (unit) {
    case 'length':
      return workingLength(value, language)
    case 'answer':
      return say('settings.standards.afterDays', { n: value })
    case 'every':
      return say('settings.standards.everyDays', { n: value })
    case 'a-day':
      return `${value} ${say('settings.standards.aDay')}`
    case 'money':
      return money(value, currency, language)
    default:
      return assertNever(unit)
  }
}

const names = Object.keys(unitOf) as StandardName[]

/** The figures of a version of the standards. */
export const detailsOf = (standard: Standard): StandardDetails =>
  Object.fromEntries(names.map((name) => [name, standard[name]])) as StandardDetails

/** What differs between two versions of the standards. */
export const changedNames = (a: Standard, b: Standard): readonly StandardName[] =>
  names.filter((name) => a[name] !== b[name])
