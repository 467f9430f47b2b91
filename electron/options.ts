import { resolve } from 'node:path'
import { Day, TimeOfDay } from '../shared/lib/time'
import { Refusal } from '../shared/lib/refusal'

/** The sample businesses there are, by their pack. */
export const samplePacks = ['wedding-planner'] as const
export type SamplePack = (typeof samplePacks)[number]

/** A moment on the business's own clock. */
export type LocalMoment = { readonly on: Day; readonly time: TimeOfDay }

/** How Kept was asked to start; null is what nobody said. */
export type Options = {
  /** Served to a browser, although there may be a window of its own. */
  readonly isBrowser: boolean
  /** Whether a browser is opened once Kept is served. */
  readonly opensBrowser: boolean
  readonly folder: string | null
  readonly port: number | null
  readonly sample: SamplePack | null
  readonly startsAt: LocalMoment | null
}

const usual: Options = {
  isBrowser: false,
  opensBrowser: true,
  folder: null,
  port: null,
  sample: null,
  startsAt: null,
}

type Reader = (value: string, base: string) => Partial<Options> | null

const switches: Readonly<Record<string, Partial<Options>>> = {
  '--browser': { isBrowser: true },
  '--no-open': { opensBrowser: false },
}

const readers: Readonly<Record<string, Reader>> = {
  '--data': (value, base) => (/^[^\0]+$/.test(value) ? { folder: resolve(base, value) } : null),
  '--port': (value) =>
    /^[1-9]\d{0,4}$/.test(value) && Number(value) < 65_536 ? { port: Number(value) } : null,
  '--sample': (value) => {
    const sample = samplePacks.find((pack) => pack === value)
    return sample === undefined ? null : { sample }
  },
  '--now': (value) => {
    const startsAt = momentIn(value)
    return startsAt === null ? null : { startsAt }
  },
}

/**
 * Reads what stands behind `npm start --`; a folder that is not absolute is looked for from `base`, and of two
 * equal options the last counts. Refuses E_OPTION_UNKNOWN, E_OPTION_EMPTY and E_OPTION_WRONG.
 */
export const readOptions = (args: readonly string[], base: string): Options =>
  pairsOf(args).reduce((options, pair) => ({ ...options, ...readOne(pair, base) }), usual)

type Pair = { readonly option: string; readonly value: string | null }

function pairsOf(args: readonly string[]): readonly Pair[] {
  const [first, ...rest] = args
  if (first === undefined) return []
  const [option = '', ...inline] = first.split('=')
  if (inline.length > 0) return [{ option, value: inline.join('=') }, ...pairsOf(rest)]
  const [next, ...others] = rest
  if (!Object.hasOwn(readers, option) || next === undefined || next.startsWith('--'))
    return [{ option, value: null }, ...pairsOf(rest)]
  return [{ option, value: next }, ...pairsOf(others)]
}

function readOne({ option, value }: Pair, base: string): Partial<Options> {
  const reader = Object.hasOwn(readers, option) ? readers[option] : undefined
  if (reader === undefined) return switchOn(option, value)
  const expected = `option.${option.slice(2)}`
  if (value === null || value === '') throw new Refusal('invalid', 'E_OPTION_EMPTY', { option, expected })
  const read = reader(value, base)
  if (read === null) throw wrong(option, value, expected)
  return read
}

function switchOn(option: string, value: string | null): Partial<Options> {
  const set = Object.hasOwn(switches, option) ? switches[option] : undefined
  if (set === undefined) throw new Refusal('invalid', 'E_OPTION_UNKNOWN', { option: option.slice(0, 100) })
  if (value !== null) throw wrong(option, value, 'option.none')
  return set
}

const wrong = (option: string, value: string, expected: string) =>
  new Refusal('invalid', 'E_OPTION_WRONG', { option, value: value.slice(0, 100), expected })

function momentIn(text: string): LocalMoment | null {
  const [on, time, ...more] = text.split('T')
  const isMoment = Day.safeParse(on).success && TimeOfDay.safeParse(time).success && time !== '24:00'
  return isMoment && on !== undefined && time !== undefined && more.length === 0 ? { on, time } : null
}
