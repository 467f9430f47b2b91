import { describe, expect, it } from 'vitest'
import { createSessions } from './session'

const open = () => {
  const clock = { at: 0 }
  return { clock, sessions: createSessions(() => clock.at) }
}

describe('a one-time code', () => {
  it('is traded once for a token of 256 bits', () => {
    const { sessions } = open()
    const code = sessions.makeCode()
    const token = sessions.trade(code) ?? ''

    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(sessions.isToken(token)).toBe(true)
    expect(sessions.trade(code)).toBeNull()
  })

  it('lives for 60 seconds and not longer', () => {
    const { clock, sessions } = open()
    const [early, late] = [sessions.makeCode(), sessions.makeCode()]

    clock.at = 60_000
    expect(sessions.trade(early)).not.toBeNull()
    clock.at = 60_001
    expect(sessions.trade(late)).toBeNull()
  })

  it('is not itself a token, nor is anything near a token', () => {
    const { sessions } = open()
    const code = sessions.makeCode()
    const token = sessions.trade(sessions.makeCode()) ?? ''

    const near = [code, '', token.slice(0, -1), token + token, token.toLowerCase(), ` ${token}`, '__proto__']
    for (const wrong of near) expect(sessions.isToken(wrong)).toBe(false)
  })

  it('opens a second window beside the first', () => {
    const { sessions } = open()
    const tokens = [1, 2].map(() => sessions.trade(sessions.makeCode()) ?? '')

    expect(tokens.map((token) => sessions.isToken(token))).toEqual([true, true])
  })
})

describe('wrong tries', () => {
  it('wait a second from the eleventh within a minute, and the owner never does', () => {
    const { clock, sessions } = open()
    const token = sessions.trade(sessions.makeCode()) ?? ''
    const delays = Array.from({ length: 12 }, () => sessions.delayWrongTry())

    expect(delays).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000])
    expect(sessions.isToken(token)).toBe(true)
    clock.at = 60_001
    expect(sessions.delayWrongTry()).toBe(0)
  })

  it('wait as long as ten others were within the last minute, however many there are', () => {
    const { clock, sessions } = open()
    const tryAt = (at: number) => {
      clock.at = at
      return sessions.delayWrongTry()
    }
    const often = Array.from({ length: 1_000 }, (_, n) => tryAt(n * 100))
    const seldom = Array.from({ length: 100 }, (_, n) => tryAt(1_000_000 + n * 6_001))

    expect(often.filter((delay) => delay === 0)).toHaveLength(10)
    expect(seldom.every((delay) => delay === 0)).toBe(true)
  })
})

describe('a token that is guessed', () => {
  it('tells nothing by how long it takes, over 10,000 tries', () => {
    const { sessions } = open()
    const token = sessions.trade(sessions.makeCode()) ?? ''
    const guesses = [`A${'-'.repeat(42)}`, `${token.slice(0, 42)}-`, `${token.slice(0, 21)}${'-'.repeat(22)}`]
    const times = guesses.map((): number[] => [])
    for (let tries = 0; tries < 10_000; tries++)
      for (const [n, guess] of guesses.entries()) {
        const began = process.hrtime.bigint()
        sessions.isToken(guess)
        times[n]?.push(Number(process.hrtime.bigint() - began))
      }
    const medians = times.map((each) => each.sort((a, b) => a - b)[each.length / 2] ?? 0)

    // Whoever compared letter by letter would take many times as long for the second guess; this is no stopwatch.
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(2)
  })
})
