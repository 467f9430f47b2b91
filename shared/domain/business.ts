import * as z from 'zod/mini'
import { Zone } from '../lib/time'
import { Language } from './client'
import { Currency, Line, Paragraphs } from './typed'

/**
 * What Kept knows of the business: who writes, how letters are signed (null = the user's name), and the place
 * whose clock and holidays count. `country` is ISO 3166-1 (GB), `region` a part of it as the holiday list names it.
 */
export const BusinessDetails = z.strictObject({
  userName: Line,
  businessName: z.nullable(Line),
  signature: z.nullable(Paragraphs),
  zone: Zone,
  country: z.string('invalid.country').check(z.regex(/^[A-Z]{2}$/, 'invalid.country')),
  region: z.nullable(Line),
  currency: Currency,
  language: Language,
})
export type BusinessDetails = z.infer<typeof BusinessDetails>

/** The business as kept; `userName` is empty until the user has said it, and letters wait for it. */
export type Business = BusinessDetails & {
  readonly calendarVersion: number
  readonly samplePack: string | null
  readonly pack: string
  readonly revision: number
}
