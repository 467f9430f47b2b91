import { connect, type Answers } from './channel'

/** What surrounds this Kept, as the test that started it wishes. */
export type Surroundings = {
  /** It is a second start: another Kept holds the lock. */
  readonly isSecond?: boolean
  readonly hasNotes?: boolean
  readonly hasTray?: boolean
  readonly hasKeyring?: boolean
  /** Shortcuts that another program has. */
  readonly taken?: readonly string[]
}

export const surroundings: Surroundings = JSON.parse(process.env['KEPT_STAND_IN'] ?? '{}')

const answers: Record<string, (...input: never[]) => unknown> = {}

/** What the test may ask of a part of the stand-in. */
export const answersTest = (more: Answers): void => void Object.assign(answers, more)

/** The test that started this process. It goes with it, as a system that ends a session ends its programs. */
export const test = connect(
  {
    send: (message, done) => process.send?.(message, undefined, undefined, done),
    on: (event, listener) => process.on(event, listener),
  },
  () => answers,
)
process.on('disconnect', () => process.exit(1))
