import { day, hour, type Day, type Instant } from '../shared/lib/time'
import { randomFrom, textOf, vocabulary } from './random'
import type { Size } from './sizes'

/** The moment every store stands at: Tuesday 24 November 2026, 10:40 in London. */
export const benchNow: Instant = Date.UTC(2026, 10, 24, 10, 40)

/** What the rows of a store are made of; the same size always gives the same store. */
export type Maker = {
  readonly size: Size
  readonly random: () => number
  readonly word: () => string
  readonly name: () => string
  readonly text: (letters: number) => string
  readonly anyClient: () => number
  readonly activeClient: () => number
  readonly isActive: (client: number) => boolean
  /** The moment of the n-th of so many things that happened evenly over all years. */
  readonly spread: (index: number, count: number) => Instant
}

export function makerFor(size: Size): Maker {
  const random = randomFrom(20_261_124)
  const words = vocabulary(15_000, random)
  const start = benchNow - size.years * 365 * day
  const word = () => words[Math.floor(random() * words.length)] ?? 'word'
  return {
    size,
    random,
    word,
    name: () => `${capital(word())} ${capital(word())}`,
    text: (letters) => textOf(words, letters, random),
    anyClient: () => 1 + Math.floor(random() * size.clients),
    activeClient: () => size.clients - Math.floor(random() * size.activeClients),
    isActive: (client) => client > size.clients - size.activeClients,
    spread: (index, count) => Math.floor(start + ((benchNow - hour - start) * index) / count),
  }
}

/** Counts from 0, one at a time: the largest store needs no memory of its own. */
export function* upTo(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index
}

/** The day so many days from the bench's own. */
export const dayFrom = (days: number): Day => dayAt(benchNow + days * day)

export const dayAt = (at: Instant): Day => new Date(at).toISOString().slice(0, 10)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
