import type { Extra, ExtraDetails } from '../../shared/domain/extra'
import { chosenOf, lineOf } from '../form/typed'

/** An extra as typed. */
export type ExtraTyped = {
  readonly what: string
  readonly because: string
  readonly occasion: string
  readonly occasionOn: string
  readonly costMinor: number | null
  readonly minutes: number | null
  readonly state: 'idea' | 'planned' | 'given'
  readonly givenOn: string
}

export const newExtra = (today: string): ExtraTyped => ({
  what: '',
  because: '',
  occasion: '',
  occasionOn: '',
  costMinor: null,
  minutes: null,
  state: 'planned',
  givenOn: today,
})

/** An extra as its form shows it; its state changes by what is done with it, not here. */
export const typedExtra = (extra: Extra, today: string): ExtraTyped => ({
  ...newExtra(today),
  what: extra.what,
  because: extra.because ?? '',
  occasion: extra.occasion ?? '',
  occasionOn: extra.occasionOn ?? '',
  costMinor: extra.costMinor,
  minutes: extra.minutes,
})

/** What was typed, as it is asked for. */
export const extraDetails = (typed: ExtraTyped): ExtraDetails => ({
  what: typed.what,
  because: lineOf(typed.because),
  occasion: lineOf(typed.occasion),
  occasionOn: chosenOf(typed.occasionOn),
  costMinor: typed.costMinor,
  minutes: typed.minutes,
})
