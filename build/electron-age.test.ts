import { expect, it } from 'vitest'
import { whyTooOld } from './electron-age'

const now = Date.parse('2026-11-24')
const released = {
  created: '2013-01-01T00:00:00Z',
  '42.9.9': '2026-11-20T00:00:00Z',
  '43.1.0': '2026-09-01T00:00:00Z',
  '44.2.0': '2026-10-01T00:00:00Z',
  '44.2.1': '2026-11-12T00:00:00Z',
  '45.0.0': '2026-10-10T00:00:00Z',
  '45.0.1': '2026-11-09T00:00:00Z',
  '46.0.0-beta.1': '2026-10-01T00:00:00Z',
}

it('lets a release go with the newest patch of one of the three newest majors', () => {
  for (const version of ['43.1.0', '44.2.1', '45.0.1']) expect(whyTooOld(version, released, now)).toBeNull()
})

it('gives a newer patch fourteen days', () => {
  expect(whyTooOld('44.2.0', released, now)).toBeNull()
  expect(whyTooOld('45.0.0', released, now)).toBe(
    'Electron 45.0.1 has been out for more than 14 days; this is 45.0.0.',
  )
})

it('stops a release with a major that is not mended any more', () => {
  expect(whyTooOld('42.9.9', released, now)).toBe('Electron 42 is not mended any more.')
})
