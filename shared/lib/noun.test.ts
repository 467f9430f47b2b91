import { describe, expect, it } from 'vitest'
import { asTitle, inSentence, isSeveral, withoutArticle } from './noun'

it('leaves the article out', () => {
  expect(withoutArticle('the revised budget')).toBe('revised budget')
  expect(withoutArticle('a rain plan')).toBe('rain plan')
  expect(withoutArticle('three florists')).toBe('three florists')
  expect(withoutArticle('theatre tickets')).toBe('theatre tickets')
  expect(withoutArticle('answer to Ben')).toBe('answer to Ben')
})

it('makes a line of its own', () => {
  expect(asTitle('the rain plan')).toBe('Rain plan')
  expect(asTitle('Supplier contacts')).toBe('Supplier contacts')
  expect(asTitle('')).toBe('')
})

describe('a title inside a sentence', () => {
  it('begins small, unless it begins with a name', () => {
    const titles = [
      'Hold a string trio',
      'Tasting',
      'St Anne’s Hall',
      'Orchard House visit',
      'RSVP closes',
      'the menu',
    ]

    expect(titles.map(inSentence)).toEqual([
      'hold a string trio',
      'tasting',
      'St Anne’s Hall',
      'Orchard House visit',
      'RSVP closes',
      'the menu',
    ])
  })
})

describe('a thing', () => {
  it.each([
    'the coach times',
    'three florists',
    'two pianists for the church',
    'the menus',
    'the seating draft and the running order',
    'the hotel’s rooms',
    'the bridal party’s people',
  ])('is several: %s', (thing) => {
    expect(isSeveral(thing)).toBe(true)
  })

  it.each([
    'the revised budget',
    'the list of florists',
    'the dress',
    'the status of the menus',
    'the plan for both families',
    'the photographer’s',
    'the analysis',
    '',
  ])('is one: %s', (thing) => {
    expect(isSeveral(thing)).toBe(false)
  })
})
