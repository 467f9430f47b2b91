import type { Milestone } from '../../shared/domain/milestone'
import type { Project } from '../../shared/domain/project'
import type { Day } from '../../shared/lib/time'
import type { InHand, StatusLetter, ToWatch } from '../../shared/rules/status-letter'
import type { DoneThing } from '../../shared/rules/things-to-tell'
import { capitalised, dayMonth, numberInWords, timeShort } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'
import { dayInLetter, oldDayInLetter, thingOf, whenInLetter, withoutEnd } from './letter-words'
import type { LetterFacts } from './letter-render'

/** The sections of a status letter in words, by the names of its template. */
export function statusFacts(
  letter: StatusLetter,
  project: Pick<Project, 'eventOn' | 'standing'>,
  today: Day,
  language: Language,
): LetterFacts {
  const { daysToGo, sinceOn, nextUpdateOn } = letter
  return {
    days_to_go: daysToGo === null ? null : say('letter.daysToGo', { n: daysToGo }, language),
    event_day: project.eventOn === null ? null : dayInLetter(project.eventOn, today, language),
    on_track: onTrack(letter, language),
    standing: project.standing === null ? null : capitalised(withoutEnd(project.standing)),
    since: sinceOn === null ? null : dayMonth(sinceOn, language),
    done: letter.done.map((thing) => doneLine(thing, language)),
    in_hand: letter.inHand.map((thing) => inHandLine(thing, today, language)),
    to_watch: letter.toWatch.map((thing) => toWatchLine(thing, today, language)),
    from_you: letter.fromYou.map((milestone) =>
      say('letter.fromYou.step', stepValues(milestone, today, language), language),
    ),
    next_update: nextUpdateOn === null ? null : dayInLetter(nextUpdateOn, today, language),
  }
}

/** 'Tasting at the barn, Friday 4 December at 14:00': a step with its day. */
export function stepLine(milestone: Milestone, today: Day, language: Language): string {
  const { atTime } = milestone
  const { what, when } = stepValues(milestone, today, language)
  return atTime === null
    ? say('letter.inHand.step', { what, when }, language)
    : say('letter.inHand.stepAt', { what, day: when, time: timeShort(atTime) }, language)
}

/** 'A string trio is held for the ceremony': a step that was done, as it is told. */
export const doneStepLine = ({ toldAs, what }: Milestone, language: Language): string =>
  toldAs === null
    ? say('letter.done.promise', { thing: withoutEnd(what) }, language)
    : capitalised(withoutEnd(toldAs))

function onTrack({ standing, toWatch, fromYou }: StatusLetter, language: Language): string {
  const n = standing === 'to-watch' ? toWatch.length : fromYou.length
  return say(`letter.standing.${standing}`, { n, words: numberInWords(n, language) }, language)
}

function doneLine(thing: DoneThing, language: Language): string {
  if (thing.kind === 'milestone') return doneStepLine(thing.milestone, language)
  const { promise } = thing
  if (promise.doneAs !== null) return capitalised(withoutEnd(promise.doneAs))
  return say(
    'letter.done.promise',
    { thing: thingOf(promise, language) ?? withoutEnd(promise.what) },
    language,
  )
}

function inHandLine(inHand: InHand, today: Day, language: Language): string {
  if (inHand.kind === 'milestone') return stepLine(inHand.milestone, today, language)
  const { promise, moved } = inHand
  const when = whenInLetter(promise, today, language)
  const thing = thingOf(promise, language)
  const line =
    thing === null
      ? say('letter.inHand.task', { task: withoutEnd(promise.what), when }, language)
      : say('letter.inHand.thing', { thing: withoutEnd(thing), when }, language)
  if (moved === null) return line
  const from = whenInLetter({ dueOn: moved.fromOn, dueTime: moved.fromTime }, today, language)
  const { why } = moved.move
  return why === null
    ? say('letter.inHand.moved', { line, from }, language)
    : say('letter.inHand.movedWhy', { line, from, why: withoutEnd(why) }, language)
}

function toWatchLine({ promise, because }: ToWatch, today: Day, language: Language): string {
  const thing = withoutEnd(thingOf(promise, language) ?? promise.what)
  return say(`letter.toWatch.${because}`, { thing, when: oldDayInLetter(promise, today, language) }, language)
}

const stepValues = ({ what, onDay }: Milestone, today: Day, language: Language) => ({
  what: withoutEnd(what),
  when: dayInLetter(onDay, today, language),
})
