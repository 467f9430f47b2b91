import { describe, expect, it } from 'vitest'
import { at } from '../../shared/testing'
import { openingWords } from './opening-words'

const opening = { opensAt: at('Tue 2026-11-24 09:00'), closesAt: at('Tue 2026-11-24 17:30') }
const saidAt = (moment: string) => openingWords(opening, 'Europe/London', at(moment))

describe('the working day at the foot of the sidebar', () => {
  it('counts what is left while it runs', () => {
    expect(saidAt('Tue 2026-11-24 10:40')).toEqual({
      title: 'Open until 17:30',
      text: '6 h 50 m left today',
      share: 100 / 510,
    })
  })

  it('says when it begins, before', () => {
    expect(saidAt('Tue 2026-11-24 07:15')).toEqual({
      title: 'Opens at 9:00',
      text: '8 h 30 m to come today',
      share: 0,
    })
  })

  it('rests from the closing minute on', () => {
    expect(saidAt('Tue 2026-11-24 17:30')).toEqual({
      title: 'Closed for today',
      text: 'Reply clocks rest',
      share: 1,
    })
  })

  it('rests on a day off', () => {
    expect(openingWords(null, 'Europe/London', at('Sun 2026-11-29 11:00')).title).toBe('Closed today')
  })
})
