import { expect, it } from 'vitest'
import { at } from '../shared/testing'
import { holidaysOf } from './api/holidays'
import { machinePlace, systemPlace } from './machine-place'

it.each([
  ['Europe/London', 'en-US', { zone: 'Europe/London', country: 'GB', region: 'ENG', currency: 'GBP' }],
  ['Europe/Berlin', 'en-GB', { zone: 'Europe/Berlin', country: 'DE', region: null, currency: 'EUR' }],
  ['Europe/Zurich', 'de-CH', { zone: 'Europe/Zurich', country: 'CH', region: null, currency: 'CHF' }],
  ['America/New_York', 'en-US', { zone: 'America/New_York', country: 'US', region: null, currency: 'USD' }],
  ['UTC', 'de-AT', { zone: 'UTC', country: 'AT', region: null, currency: 'EUR' }],
  ['UTC', 'en', { zone: 'UTC', country: 'GB', region: 'ENG', currency: 'GBP' }],
  ['Middle/Earth', 'en-NZ', { zone: 'UTC', country: 'NZ', region: null, currency: 'NZD' }],
])('takes the clock’s zone %s in %s for the place', (timeZone, locale, place) => {
  expect(machinePlace({ timeZone, locale })).toEqual(place)
})

it('reads what this computer says of itself', () => {
  expect(systemPlace().timeZone).toBe('Pacific/Auckland')
})

it('knows the summer bank holiday where it takes Great Britain for the place', () => {
  const place = machinePlace({ timeZone: 'Europe/London', locale: 'en-GB' })
  const days = holidaysOf({ ...place, language: 'en' }, at('Tue 2026-11-24 10:40'))

  expect(days).toContainEqual(expect.objectContaining({ on: '2027-08-30', isOn: true }))
})
