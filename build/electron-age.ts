// `node build/setup.mjs run build/check-electron-age.ts` asks the registry; the rule itself stands here (IP-9).

const day = 24 * 60 * 60_000

/** How long a newer patch may be out before a release without it is stopped. */
const patchWithin = 14 * day

/** How many of the newest majors Electron's makers still mend. */
const mended = 3

/**
 * Why a release with this Electron is stopped, or null. `released` has the moment of each version, as the registry
 * tells it; versions with a dash are trials and count for nothing.
 */
export function whyTooOld(
  version: string,
  released: Readonly<Record<string, string>>,
  now: number,
): string | null {
  const out = Object.entries(released).flatMap(([name, moment]) => {
    const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(name) ?? []
    if (major === undefined) return []
    return [{ name, numbers: [major, minor, patch].map(Number), since: Date.parse(moment) }]
  })
  const own = version.split('.').map(Number)
  const majors = [...new Set(out.map(({ numbers }) => numbers[0] ?? 0))].toSorted((a, b) => b - a)
  const [ownMajor = 0] = own
  if (!majors.slice(0, mended).includes(ownMajor)) return `Electron ${ownMajor} is not mended any more.`
  const newer = out.filter(({ numbers }) => numbers[0] === ownMajor && isNewer(numbers, own))
  const overdue = newer.find(({ since }) => now - since > patchWithin)
  return overdue ? `Electron ${overdue.name} has been out for more than 14 days; this is ${version}.` : null
}

const isNewer = (a: readonly number[], b: readonly number[]): boolean => {
  const place = a.findIndex((number, index) => number !== b[index])
  return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0)
}
