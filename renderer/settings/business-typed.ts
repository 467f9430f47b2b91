import type { Business, BusinessDetails } from '../../shared/domain/business'
import { lineOf } from '../form/typed'

/** The business as typed: what is left empty is ''. */
export type BusinessTyped = {
  readonly userName: string
  readonly businessName: string
  readonly signature: string
  readonly zone: string
  readonly country: string
  readonly region: string
  readonly currency: string
}

export const typedBusiness = (business: Business): BusinessTyped => ({
  userName: business.userName,
  businessName: business.businessName ?? '',
  signature: business.signature ?? '',
  zone: business.zone,
  country: business.country,
  region: business.region ?? '',
  currency: business.currency,
})

/** The business as it is asked for; the language stays. */
export const businessDetails = (typed: BusinessTyped, { language }: Business): BusinessDetails => ({
  ...typed,
  businessName: lineOf(typed.businessName),
  signature: lineOf(typed.signature),
  region: lineOf(typed.region),
  language,
})
