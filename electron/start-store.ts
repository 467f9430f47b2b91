import { getBusiness } from '../db/business'
import type { Store } from '../db/store'
import { weddingPlanner } from '../shared/packs/wedding-planner'
import type { Pack } from '../shared/packs/pack'
import type { Sample } from '../shared/samples/sample'
import { weddingPlannerSample } from '../shared/samples/wedding-planner'
import { instantOf, type Zone } from '../shared/lib/time'
import { addHolidays, holidaysOf } from './api/holidays'
import type { Clock } from './api/ports'
import { clockFrom, systemClock } from './clock'
import { fillFirstStore, isUnfilled, type FirstBusiness } from './first-store'
import { machinePlace, systemPlace } from './machine-place'
import type { LocalMoment, Options, SamplePack } from './options'
import { fillSample } from './samples/fill-sample'

/** The sample businesses, each with the pack it is made for. */
const samples: Readonly<Record<SamplePack, { readonly pack: Pack; readonly sample: Sample }>> = {
  'wedding-planner': { pack: weddingPlanner, sample: weddingPlannerSample },
}

/** Fills a store that has no business yet, all at once: with the planner's pack, or with a sample business. */
export function fillNewStore(store: Store, options: Options): Promise<void> {
  return store.write(async (db) => {
    if (!(await isUnfilled(db))) return
    const chosen = options.sample === null ? null : samples[options.sample]
    await fillFirstStore(db, chosen?.pack ?? weddingPlanner, firstBusiness(options.sample))
    const business = await getBusiness(db)
    await addHolidays(db, holidaysOf(business, chooseClock(options, business.zone).now()))
    if (chosen !== null) await fillSample(db, chosen.sample)
  })
}

/** A sample brings its own names and place; the user's own business starts with the machine's place. */
const firstBusiness = (samplePack: SamplePack | null): FirstBusiness =>
  samplePack === null
    ? { ...machinePlace(systemPlace()), userName: '', businessName: '', samplePack }
    : { ...samples[samplePack].sample, samplePack }

/** The clock Kept works by: the computer's, or one that starts where the options or the sample say. */
export function chooseClock({ startsAt, sample }: Options, zone: Zone): Clock {
  const moment = startsAt ?? (sample === null ? null : momentOf(samples[sample].sample))
  return moment === null ? systemClock : clockFrom(instantOf(moment.on, moment.time, zone))
}

function momentOf({ startsAt }: Sample): LocalMoment {
  const [on = '', time = ''] = startsAt.split(' ')
  return { on, time }
}
