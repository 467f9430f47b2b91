import type { Calendar, Span } from '../../shared/domain/calendar'
import { timeShort, weekdayName, workingLength } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'

/** The week as typed, its stretches in order. */
export type WeekTyped = { readonly spans: readonly Span[] }

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type WeekdayNumber = (typeof weekdays)[number]

/** The days of a week, Monday first. */
export const daysOfWeek = weekdays

/** The weekly hours in the order of the week. */
export const typedWeek = ({ spans }: Pick<Calendar, 'spans'>): WeekTyped => ({ spans: inOrder(spans) })

/** The hours that are asked for; midnight as a closing time is the end of the day. */
export const weekDetails = ({ spans }: WeekTyped): { spans: Span[] } => ({
  spans: inOrder(spans).map((span) => (span.closesAt === '00:00' ? { ...span, closesAt: '24:00' } : span)),
})

/** A stretch that a day begins with: the usual hours, or after what is there already. */
export function newSpan(weekday: WeekdayNumber, known: readonly Span[]): Span {
  const last = known.filter((span) => span.weekday === weekday).at(-1)
  return last === undefined
    ? { weekday, opensAt: '09:00', closesAt: '17:30' }
    : { weekday, opensAt: last.closesAt, closesAt: '' }
}

/** Whether a stretch goes past midnight. */
export const endsNextDay = ({ opensAt, closesAt }: Pick<Span, 'opensAt' | 'closesAt'>): boolean =>
  closesAt !== '' && opensAt !== '' && closesAt <= opensAt

const inOrder = (spans: readonly Span[]): readonly Span[] =>
  [...spans].sort((a, b) => a.weekday - b.weekday || (a.opensAt < b.opensAt ? -1 : 1))

/** The week in one sentence: days in a row with the same hours by name, otherwise how many and how long. */
export function weekSentence(calendar: Calendar, say: Say, language: Language): string {
  const { spans } = typedWeek(calendar)
  const days = weekdays.filter((weekday) => spans.some((span) => span.weekday === weekday))
  const hours = [...new Set(days.map((weekday) => hoursOf(spans, weekday, say)))]
  const [first, last] = [days[0], days.at(-1)]
  const isRow = first !== undefined && last !== undefined && last - first === days.length - 1
  const [same = ''] = hours
  if (hours.length !== 1 || !isRow) return mixed(spans, days.length, say, language)
  if (days.length === 7) return say('settings.hours.sentence.daily', { hours: same })
  const named =
    first === last
      ? weekdayName(first, language)
      : say('settings.hours.days', { first: weekdayName(first, language), last: weekdayName(last, language) })
  return say('settings.hours.sentence.same', { days: named, hours: same })
}

const hoursOf = (spans: readonly Span[], weekday: number, say: Say): string =>
  spans
    .filter((span) => span.weekday === weekday)
    .map(({ opensAt, closesAt }) =>
      say('settings.hours.span', { opens: timeShort(opensAt), closes: timeShort(closesAt) }),
    )
    .join(', ')

const mixed = (spans: readonly Span[], days: number, say: Say, language: Language): string => {
  const minutes = spans.reduce((sum, span) => sum + minutesOf(span), 0)
  return say('settings.hours.sentence.mixed', { days, length: workingLength(minutes, language) })
}

const minutesPerDay = 24 * 60

function minutesOf({ opensAt, closesAt }: Span): number {
  const length = minuteOf(closesAt) - minuteOf(opensAt)
  return length > 0 ? length : length + minutesPerDay
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
