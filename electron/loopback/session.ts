import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { minute } from '../../shared/lib/time'

const codeLives = minute
const wrongTriesBeforeDelay = 10
const delayOfWrongTry = 1_000

/** Who may ask: one-time codes, and the tokens they are traded for. All of it lives in memory only. */
export type Sessions = {
  /** A code for one window: good for 60 seconds and for one trade. */
  readonly makeCode: () => string
  /** Trades a code for a 256-bit token, or gives null where the code is wrong, used or too old. */
  readonly trade: (code: string) => string | null
  readonly isToken: (token: string) => boolean
  /** Counts a wrong try and gives how many ms its answer has to wait; the right token never waits. */
  readonly delayWrongTry: () => number
}

/** `elapsed` counts ms and never goes back. */
export function createSessions(elapsed: () => number = () => performance.now()): Sessions {
  const codes = new Map<string, number>()
  const tokens: Buffer[] = []
  const wrongTries: number[] = []
  return {
    makeCode() {
      const code = randomBytes(24).toString('base64url')
      codes.set(digestOf(code).toString('hex'), elapsed() + codeLives)
      return code
    },
    trade(code) {
      const key = digestOf(code).toString('hex')
      const goodUntil = codes.get(key)
      codes.delete(key)
      if (goodUntil === undefined || elapsed() > goodUntil) return null
      const token = randomBytes(32).toString('base64url')
      tokens.push(digestOf(token))
      return token
    },
    isToken(token) {
      const digest = digestOf(token)
      return tokens.filter((known) => timingSafeEqual(known, digest)).length > 0
    },
    delayWrongTry() {
      wrongTries.push(elapsed())
      // Only as many are remembered as decide, however many there are.
      if (wrongTries.length > wrongTriesBeforeDelay + 1) wrongTries.shift()
      const isTooMany = wrongTries.length > wrongTriesBeforeDelay
      return isTooMany && (wrongTries[0] ?? 0) >= elapsed() - minute ? delayOfWrongTry : 0
    },
  }
}

/** The token in an Authorization header; '' where there is none, or something else. */
export const tokenIn = (authorization: string): string =>
  /^Bearer ([\w-]{1,100})$/.exec(authorization)?.[1] ?? ''

/** Digests are of one length whatever was sent, so comparing them takes the same time for every guess. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
