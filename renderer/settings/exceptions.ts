import type { ListedException } from '../../shared/api/settings'
import { addDays, type Day } from '../../shared/lib/time'

/** Days that differ in the same way, one after the other: a holiday of two weeks is one of these. */
export type Stretch = {
  readonly first: ListedException
  readonly last: ListedException
  readonly ids: readonly ListedException['id'][]
}

/** The user's own days from today on, in stretches. */
export function ownStretches(exceptions: readonly ListedException[], today: Day): readonly Stretch[] {
  const own = exceptions
    .filter(({ source, on }) => source === 'own' && on >= today)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  return own.reduce<readonly Stretch[]>((stretches, day) => {
    const last = stretches.at(-1)
    return last !== undefined && isNext(last.last, day)
      ? [...stretches.slice(0, -1), { ...last, last: day, ids: [...last.ids, day.id] }]
      : [...stretches, { first: day, last: day, ids: [day.id] }]
  }, [])
}

const isNext = (a: ListedException, b: ListedException): boolean =>
  addDays(a.on, 1) === b.on &&
  a.what === b.what &&
  a.isOn === b.isOn &&
  JSON.stringify(a.spans) === JSON.stringify(b.spans)

/** Holidays from today on, by year. */
export function holidaysByYear(
  exceptions: readonly ListedException[],
  today: Day,
): readonly { readonly year: string; readonly days: readonly ListedException[] }[] {
  const days = exceptions
    .filter(({ source, on }) => source === 'holiday' && on >= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id))
  const years = [...new Set(days.map(({ on }) => on.slice(0, 4)))]
  return years.map((year) => ({ year, days: days.filter(({ on }) => on.startsWith(year)) }))
}
