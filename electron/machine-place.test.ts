import { expect, it } from 'vitest'
import { machinePlace, systemPlace } from './machine-place'

it.each([
  ['Europe/London', 'en-US', { zone: 'Europe/London', country: 'GB', currency: 'GBP' }],
  ['Europe/Berlin', 'en-GB', { zone: 'Europe/Berlin', country: 'DE', currency: 'EUR' }],
  ['Europe/Zurich', 'de-CH', { zone: 'Europe/Zurich', country: 'CH', currency: 'CHF' }],
  ['America/New_York', 'en-US', { zone: 'America/New_York', country: 'US', currency: 'USD' }],
  ['UTC', 'de-AT', { zone: 'UTC', country: 'AT', currency: 'EUR' }],
  ['UTC', 'en', { zone: 'UTC', country: 'GB', currency: 'GBP' }],
  ['Middle/Earth', 'en-NZ', { zone: 'UTC', country: 'NZ', currency: 'NZD' }],
])('takes the clock’s zone %s in %s for the place', (timeZone, locale, place) => {
  expect(machinePlace({ timeZone, locale })).toEqual(place)
})

it('reads what this computer says of itself', () => {
  expect(systemPlace().timeZone).toBe('Pacific/Auckland')
})
