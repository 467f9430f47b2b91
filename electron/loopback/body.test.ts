import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTooDeep, namesFieldTwice } from './body'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('a body', () => {
  it('may be 32 deep and not deeper', () => {
    expect(isTooDeep(nested(32))).toBe(false)
    expect(isTooDeep(nested(33))).toBe(true)
  })

  it('may be as wide as it likes', () => {
    expect(isTooDeep(`[${'{},'.repeat(1000)}{}]`)).toBe(false)
  })

  it('is not made deep by brackets in its texts', () => {
    expect(isTooDeep(JSON.stringify({ text: nested(40), other: '"\\' + nested(40) }))).toBe(false)
  })

  it('is judged in time that grows with its length only', () => {
    const began = performance.now()
    isTooDeep(`"${'\\"'.repeat(500_000)}`)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('a field', () => {
  it.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"b":{"a":1 , "c":[],"a"\n:2}}]', '{"":1,"":2}'])(
    'is named twice in %s',
    (json) => {
      expect(namesFieldTwice(json)).toBe(true)
    },
  )

  it.each([
    '{"a":"a","b":"a"}',
    '{"a":{"a":{"a":1}},"b":["a","a",{"a":1},{"a":2}]}',
    '"a"',
    '{"a":"\\":","b":1}',
  ])('is not in %s', (json) => {
    expect(namesFieldTwice(json)).toBe(false)
  })

  it('is never named twice in what was written from a value', () => {
    fc.assert(fc.property(fc.json(), (json) => !namesFieldTwice(json)))
  })
})
