import type { Stage } from '../domain/client'
import type { Reward } from '../domain/extra'
import type { ClientId, ProjectId } from '../domain/ids'
import type { Project } from '../domain/project'
import { daysBetween, dayOf, type Day, type Zone } from '../lib/time'
import { isNear, nextAnniversary } from './occasion'

/** Coming back and sending somebody on are rewarded within so many days after it. */
const rewardedWithin = 365

/** What a loyalty rule looks at: a client who is not archived, their projects, and whom they sent. */
export type LoyalClient = {
  readonly clientId: ClientId
  readonly projects: readonly Pick<Project, 'id' | 'kind' | 'eventOn' | 'state' | 'addedAt'>[]
  readonly sent: readonly {
    readonly clientId: ClientId
    readonly name: string
    readonly stage: Stage
    readonly addedAt: number
  }[]
}

/** A reward a client has earned now, and what earned it. */
export type RewardGrant = {
  readonly reward: Reward
  readonly clientId: ClientId
  readonly projectId: ProjectId | null
  readonly occasionOn: Day | null
  readonly because:
    | { readonly kind: 'anniversary'; readonly years: number; readonly what: string }
    | { readonly kind: 'referral'; readonly name: string }
    | { readonly kind: 'returning'; readonly what: string }
}

/**
 * The rewards that clients have earned by the rules that are on: an event whose anniversary comes up, somebody
 * they sent who became a client within the year, a new project of somebody whose earlier event is over.
 */
export function rewardGrants(
  clients: readonly LoyalClient[],
  rewards: readonly Reward[],
  today: Day,
  zone: Zone,
): readonly RewardGrant[] {
  const on = rewards.filter(({ isOn }) => isOn)
  return clients.flatMap((client) => on.flatMap((reward) => grantsOf(client, reward, today, zone)))
}

function grantsOf(client: LoyalClient, reward: Reward, today: Day, zone: Zone): readonly RewardGrant[] {
  if (reward.rule === 'anniversary') return anniversaries(client, reward, today)
  if (reward.rule === 'referral') return referrals(client, reward, today, zone)
  return comebacks(client, reward, today, zone)
}

function anniversaries(client: LoyalClient, reward: Reward, today: Day): readonly RewardGrant[] {
  return client.projects.flatMap(({ id, kind, eventOn, state }) => {
    if (eventOn === null || eventOn >= today || state === 'cancelled') return []
    const { on, years } = nextAnniversary(eventOn, today)
    if (!isNear(on, today)) return []
    const because = { kind: 'anniversary', years, what: kind } as const
    return [{ reward, clientId: client.clientId, projectId: id, occasionOn: on, because }]
  })
}

function referrals(client: LoyalClient, reward: Reward, today: Day, zone: Zone): readonly RewardGrant[] {
  const booked = client.sent.filter(
    ({ stage, addedAt }) => stage !== 'lead' && isRecent(dayOf(addedAt, zone), today),
  )
  return booked.map(({ name }) => ({
    reward,
    clientId: client.clientId,
    projectId: null,
    occasionOn: null,
    because: { kind: 'referral', name },
  }))
}

function comebacks(client: LoyalClient, reward: Reward, today: Day, zone: Zone): readonly RewardGrant[] {
  const earlier = client.projects.filter(
    ({ state, eventOn }) => state === 'done' || (state === 'open' && eventOn !== null && eventOn < today),
  )
  const next = client.projects.find(
    (project) =>
      project.state === 'open' &&
      isRecent(dayOf(project.addedAt, zone), today) &&
      earlier.some(({ id, addedAt }) => id !== project.id && addedAt < project.addedAt),
  )
  if (next === undefined) return []
  const because = { kind: 'returning', what: next.kind } as const
  return [{ reward, clientId: client.clientId, projectId: next.id, occasionOn: null, because }]
}

const isRecent = (on: Day, today: Day): boolean => daysBetween(on, today) <= rewardedWithin
