import type { Business, BusinessDetails } from '../shared/domain/business'
import type { Language } from '../shared/domain/client'
import { updateRow } from './record'
import type { BusinessRow, ReadDb, WriteDb } from './schema'

/** There is one business in a store. */
const theOne = 1

export const toBusiness = (row: BusinessRow): Business => ({
  userName: row.user_name,
  businessName: row.business_name || null,
  signature: row.signature || null,
  zone: row.zone,
  country: row.country,
  region: row.region,
  currency: row.currency,
  language: row.language as Language,
  calendarVersion: row.calendar_version,
  samplePack: row.sample_pack,
  pack: row.pack,
  revision: row.revision,
})

/** The business this store belongs to. */
export async function getBusiness(db: ReadDb): Promise<Business> {
  return toBusiness(
    await db.selectFrom('business').selectAll().where('id', '=', theOne).executeTakeFirstOrThrow(),
  )
}

export async function updateBusiness(db: WriteDb, details: BusinessDetails): Promise<Business> {
  const row = await updateRow(db, 'business', theOne, {
    user_name: details.userName,
    business_name: details.businessName ?? '',
    signature: details.signature ?? '',
    zone: details.zone,
    country: details.country,
    region: details.region,
    currency: details.currency,
    language: details.language,
  })
  return toBusiness(row)
}

/** Says that the working calendar is another from here on. */
export async function raiseCalendarVersion(db: WriteDb): Promise<void> {
  const { calendarVersion } = await getBusiness(db)
  await updateRow(db, 'business', theOne, { calendar_version: calendarVersion + 1 })
}
