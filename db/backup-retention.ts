/** What deciding needs to know of a backup. */
type Dated = { readonly at: number }

const hour = 3_600_000
const day = 24 * hour

/** How many hours, days, weeks and months keep their newest backup. Only those that have one are counted. */
const tiers: readonly { readonly kept: number; readonly of: (at: number) => string }[] = [
  { kept: 24, of: (at) => String(Math.floor(at / hour)) },
  { kept: 14, of: (at) => String(Math.floor(at / day)) },
  { kept: 8, of: (at) => String(Math.floor((at / day + 3) / 7)) },
  { kept: 12, of: (at) => new Date(at).toISOString().slice(0, 7) },
]

const neverFewer = 3

/**
 * The backups that newer ones have made expendable, of a list in the order they were made. The clock is not
 * asked: age alone lets nothing go, whatever it says. The last three made always stay.
 */
export function expendable<T extends Dated>(made: readonly T[]): readonly T[] {
  const newestFirst = [...made].reverse().sort((a, b) => b.at - a.at)
  const kept = new Set(made.slice(-neverFewer))
  for (const tier of tiers) for (const backup of newestOfEach(newestFirst, tier)) kept.add(backup)
  return made.filter((backup) => !kept.has(backup))
}

function newestOfEach<T extends Dated>(
  newestFirst: readonly T[],
  tier: (typeof tiers)[number],
): readonly T[] {
  const newest = new Map<string, T>()
  for (const backup of newestFirst) {
    const stretch = tier.of(backup.at)
    if (!newest.has(stretch)) newest.set(stretch, backup)
  }
  return [...newest.values()].slice(0, tier.kept)
}
