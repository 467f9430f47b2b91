import { describe, expect, it } from 'vitest'
import { isTooDeep } from './body'

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
