import type { Hours } from '../domain/calendar'
import type { RewardRule } from '../domain/extra'
import type { LetterKind } from '../domain/letter'
import type { StandardDetails } from '../domain/standard'

/** The text a kind of letter starts from, as a pack brings it; a subject is one line. */
export type PackTemplate = {
  readonly kind: LetterKind
  readonly language: string
  readonly name: string
  readonly subject: string
  readonly body: string
}

/** A loyalty rule as a pack brings it; its cost in minor units of the business's currency, or in minutes. */
export type PackReward = {
  readonly rule: RewardRule
  readonly what: string
  readonly costMinor: number | null
  readonly minutes: number | null
}

/** What a profession starts with: working hours, standards, loyalty rules, letters. The user's to change. */
export type Pack = {
  readonly name: string
  readonly title: string
  readonly spans: readonly ({ readonly weekday: number } & Hours)[]
  readonly standard: StandardDetails
  readonly rewards: readonly PackReward[]
  readonly templates: readonly PackTemplate[]
}
