import { expect, it } from 'vitest'
import { asTitle, withoutArticle } from './noun'

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
