import type { Store } from '../db/store'
import { weddingPlanner } from '../shared/packs/wedding-planner'
import type { Pack } from '../shared/packs/pack'
import type { Sample } from '../shared/samples/sample'
import { weddingPlannerSample } from '../shared/samples/wedding-planner'
import { instantOf, type Zone } from '../shared/lib/time'
import type { Clock } from './api/ports'
import { clockFrom, systemClock } from './clock'
import { fillFirstStore, isUnfilled } from './first-store'
import { machinePlace, systemPlace } from './machine-place'
import type { LocalMoment, Options, SamplePack } from './options'
import { fillSample } from './samples/fill-sample'

/** The sample businesses, each with the pack it is made for. */
const samples: Readonly<Record<SamplePack, { readonly pack: Pack; readonly sample: Sample }>> = {
  'wedding-planner': { pack: weddingPlanner, sample: weddingPlannerSample },
}

/** Fills a store that has no business yet, all at once: with the planner's pack, or with a sample business. */
export function fillNewStore(store: Store, samplePack: SamplePack | null): Promise<void> {
  return store.write(async (db) => {
    if (!(await isUnfilled(db))) return
    if (samplePack === null)
      return fillFirstStore(db, weddingPlanner, { ...newBusiness, ...machinePlace(systemPlace()) })
    const { pack, sample } = samples[samplePack]
    await fillFirstStore(db, pack, { ...sample, samplePack })
    await fillSample(db, sample)
  })
}

const newBusiness = { userName: '', businessName: '', region: null, samplePack: null }

/** The clock Kept works by: the computer's, or one that starts where the options or the sample say. */
export function chooseClock({ startsAt, sample }: Options, zone: Zone): Clock {
  const moment = startsAt ?? (sample === null ? null : momentOf(samples[sample].sample))
  return moment === null ? systemClock : clockFrom(instantOf(moment.on, moment.time, zone))
}

function momentOf({ startsAt }: Sample): LocalMoment {
  const [on = '', time = ''] = startsAt.split(' ')
  return { on, time }
}
