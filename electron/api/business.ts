import { getBusiness, updateBusiness } from '../../db/business'
import type { Api } from '../../shared/api/index'
import type { BusinessDetails } from '../../shared/domain/business'
import type { Answers } from './answers'
import { holidaysOf, replaceHolidays } from './holidays'
import { changingCalendar } from './recount'
import { refuseNewer } from './revisions'

export const business: Answers<Api['business']> = {
  show: ({ db }) => getBusiness(db),

  async change({ db, now }, { revision, ...details }) {
    const current = await getBusiness(db)
    refuseNewer({ revision }, current, details)
    if (!hasMoved(current, details)) return updateBusiness(db, details)
    await changingCalendar(db, now, async () => {
      const changed = await updateBusiness(db, details)
      if (isElsewhere(current, details)) await replaceHolidays(db, holidaysOf(changed, now))
    })
    return getBusiness(db)
  },
}

/** Another country or region has other holidays. */
const isElsewhere = (a: BusinessDetails, b: BusinessDetails): boolean =>
  a.country !== b.country || a.region !== b.region

/** Another zone makes other hours of the same calendar. */
const hasMoved = (a: BusinessDetails, b: BusinessDetails): boolean => a.zone !== b.zone || isElsewhere(a, b)
