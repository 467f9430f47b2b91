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
})
