import { getStandard, insertStandard, listStandards } from '../../db/standards'
import type { Api } from '../../shared/api/index'
import type { Cadence, Standard, StandardDetails } from '../../shared/domain/standard'
import type { Answers } from './answers'
import { refreshNextUpdates } from './next-update'

export const standards: Answers<Api['standards']> = {
  show: async ({ db }) => ({ standard: await getStandard(db), versions: await listStandards(db) }),

  async change({ db, now }, details) {
    const current = await getStandard(db)
    if (isSame(current, details)) return current
    const standard = await insertStandard(db, details, now)
    if (!hasSameCadence(current, standard)) await refreshNextUpdates(db)
    return standard
  },
}

function isSame(current: Standard, details: StandardDetails): boolean {
  const now = new Map<string, number>(Object.entries(current))
  return Object.entries(details).every(([name, value]) => now.get(name) === value)
}

const hasSameCadence = (a: Cadence, b: Cadence): boolean =>
  a.cadenceDays === b.cadenceDays &&
  a.cadenceNearDays === b.cadenceNearDays &&
  a.cadenceLastDays === b.cadenceLastDays
