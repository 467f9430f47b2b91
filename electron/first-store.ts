import { insertReward } from '../db/rewards'
import { insertRow } from '../db/record'
import type { WriteDb } from '../db/schema'
import { insertStandard } from '../db/standards'
import { replaceSpans } from '../db/calendar'
import type { Pack } from '../shared/packs/pack'
import type { MachinePlace } from './machine-place'

/** Whose store it is to be; the names are empty until the user says them, and letters wait for that. */
export type FirstBusiness = MachinePlace & {
  readonly userName: string
  readonly businessName: string
  readonly samplePack: string | null
}

/** Whether a store is still without a business: made a moment ago, or cut off before it was filled. */
export const isUnfilled = async (db: WriteDb): Promise<boolean> =>
  (await db.selectFrom('business').select('id').executeTakeFirst()) === undefined

/** Puts into a new store what every store begins with: the business, and its pack's hours, standards, rules and letters. */
export async function fillFirstStore(db: WriteDb, pack: Pack, business: FirstBusiness): Promise<void> {
  await insertRow(db, 'business', {
    id: 1,
    user_name: business.userName,
    business_name: business.businessName,
    signature: '',
    zone: business.zone,
    country: business.country,
    region: business.region,
    currency: business.currency,
    language: 'en',
    calendar_version: 1,
    sample_pack: business.samplePack,
    pack: pack.name,
  })
  await replaceSpans(db, pack.spans)
  await insertStandard(db, pack.standard, 0)
  for (const reward of pack.rewards) await insertReward(db, { ...reward, isOn: true })
  for (const template of pack.templates) await insertRow(db, 'letter_template', template)
}
