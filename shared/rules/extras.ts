import type { Extra } from '../domain/extra'
import type { ClientId, RewardId } from '../domain/ids'
import { addYears, type Day } from '../lib/time'
import { isNear } from './occasion'
import type { RewardGrant } from './rewards'

/** So many open extras are shown at most, and while there are so many none is added. */
export const mostOpenExtras = 3

/** What could be suggested: an idea the user put down for a client, or a reward a client has earned. */
export type Candidate =
  { readonly kind: 'idea'; readonly extra: Extra } | { readonly kind: 'reward'; readonly grant: RewardGrant }

/** An extra that was given, suggested or put aside not long ago, for the rule that nothing comes twice a year. */
export type RecentExtra = {
  readonly clientId: ClientId
  readonly what: string
  readonly rewardId: RewardId | null
  readonly on: Day
}

/**
 * What bears on today's choice. `openCount` counts what is suggested or planned; the money left is what remains of
 * the yearly budget, and of each client's share of it, after everything given this year and everything open;
 * a client who is not in `leftByClient` has the whole share.
 */
export type ExtraChoiceFacts = {
  readonly today: Day
  readonly isSuggestedToday: boolean
  readonly openCount: number
  /** Clients who have an open extra already: one at a time is enough for anybody. */
  readonly clientsWithOpen: ReadonlySet<ClientId>
  readonly recent: readonly RecentExtra[]
  readonly leftMinor: number
  readonly clientShareMinor: number
  readonly leftByClient: ReadonlyMap<ClientId, number>
}

/** What is suggested, and why it was the first: its occasion is near, it was earned, or it is a good idea. */
export type ExtraChoice = {
  readonly candidate: Candidate
  readonly because: 'occasion-near' | 'earned' | 'idea'
}

/**
 * Today's new suggestion: the nearest occasion first, then what was earned, then ideas without a day, the oldest
 * first. None when one was made today, when three are open, when nothing is left of the budget for it, when the
 * client has another one open, or had the same within twelve months.
 */
export function suggestExtra(candidates: readonly Candidate[], facts: ExtraChoiceFacts): ExtraChoice | null {
  if (facts.isSuggestedToday || facts.openCount >= mostOpenExtras) return null
  const fitting = candidates.filter(
    (candidate) =>
      isTime(candidate, facts.today) &&
      !facts.clientsWithOpen.has(offerOf(candidate).clientId) &&
      isAffordable(candidate, facts) &&
      !isRepeated(candidate, facts),
  )
  const [first] = fitting.toSorted((a, b) => compare(rankOf(a), rankOf(b)))
  return first === undefined ? null : { candidate: first, because: reasonOf(first) }
}

type Offer = Pick<Extra, 'clientId' | 'what' | 'costMinor' | 'occasionOn' | 'rewardId'>

function offerOf(candidate: Candidate): Offer {
  if (candidate.kind === 'idea') return candidate.extra
  const { reward, clientId, occasionOn } = candidate.grant
  return { clientId, occasionOn, what: reward.what, costMinor: reward.costMinor, rewardId: reward.id }
}

function isTime(candidate: Candidate, today: Day): boolean {
  const { occasionOn } = offerOf(candidate)
  return occasionOn === null || isNear(occasionOn, today)
}

function isAffordable(candidate: Candidate, facts: ExtraChoiceFacts): boolean {
  const { clientId, costMinor } = offerOf(candidate)
  const cost = costMinor ?? 0
  const left = Math.min(facts.leftMinor, facts.leftByClient.get(clientId) ?? facts.clientShareMinor)
  return cost === 0 || cost <= left
}

function isRepeated(candidate: Candidate, { recent, today }: ExtraChoiceFacts): boolean {
  const offer = offerOf(candidate)
  const yearAgo = addYears(today, -1)
  return recent.some(
    ({ clientId, what, rewardId, on }) =>
      clientId === offer.clientId &&
      on > yearAgo &&
      (folded(what) === folded(offer.what) || (rewardId !== null && rewardId === offer.rewardId)),
  )
}

function reasonOf(candidate: Candidate): ExtraChoice['because'] {
  if (offerOf(candidate).occasionOn !== null) return 'occasion-near'
  return candidate.kind === 'reward' ? 'earned' : 'idea'
}

/** Compared from left to right: by day, then by kind, then by age. */
type Rank = readonly [on: Day, kind: number, age: number]

function rankOf(candidate: Candidate): Rank {
  const on = offerOf(candidate).occasionOn ?? '9999-12-31'
  return candidate.kind === 'reward' ? [on, 0, candidate.grant.clientId] : [on, 1, candidate.extra.id]
}

function compare(a: Rank, b: Rank): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1
  return a[1] - b[1] || a[2] - b[2]
}

const folded = (text: string): string => text.trim().toLowerCase()
