import { listIdeas, listPastExtras, readRoom, type PastExtra } from '../../db/extra-candidates'
import { insertExtra, updateExtra } from '../../db/extras'
import { getBusiness } from '../../db/business'
import { listLoyalClients } from '../../db/loyal-clients'
import { listRewards } from '../../db/rewards'
import type { ReadDb, WriteDb } from '../../db/schema'
import { getStandard } from '../../db/standards'
import type { Language } from '../../shared/domain/client'
import type { Extra } from '../../shared/domain/extra'
import type { ClientId } from '../../shared/domain/ids'
import type { StandardDetails } from '../../shared/domain/standard'
import { addYears, dayOf, instantOf, type Day, type Instant, type Zone } from '../../shared/lib/time'
import { yearOf } from '../../shared/rules/extra-budget'
import { suggestExtra, type Candidate, type ExtraChoiceFacts } from '../../shared/rules/extras'
import { nearAnniversaries } from '../../shared/rules/occasion'
import { rewardGrants, type RewardGrant } from '../../shared/rules/rewards'
import { say } from '../../shared/words/say'

/** Chooses the extra of the day and takes it up as suggested; null where none fits or there is no room. */
export async function takeUpSuggestion(db: WriteDb, now: Instant): Promise<Extra | null> {
  const { zone, language } = await getBusiness(db)
  const today = dayOf(now, zone)
  const candidates = [...(await ideasFor(db, today)), ...(await rewardsFor(db, today, zone))]
  const choice = suggestExtra(candidates, await choiceFacts(db, candidates, today))
  if (choice === null) return null
  const { candidate } = choice
  if (candidate.kind === 'idea')
    return updateExtra(db, { ...candidate.extra, state: 'suggested', suggestedOn: today })
  return insertExtra(db, { ...extraOf(candidate.grant, language), suggestedOn: today }, null)
}

const ideasFor = async (db: ReadDb, today: Day): Promise<readonly Candidate[]> =>
  (await listIdeas(db, today)).map((extra) => ({ kind: 'idea', extra }))

async function rewardsFor(db: ReadDb, today: Day, zone: Zone): Promise<readonly Candidate[]> {
  const rewards = await listRewards(db)
  const since = instantOf(addYears(today, -1), '00:00', zone)
  const clients = await listLoyalClients(db, { today, anniversaries: nearAnniversaries(today), since })
  return rewardGrants(clients, rewards, today, zone).map((grant) => ({ kind: 'reward', grant }))
}

async function choiceFacts(
  db: ReadDb,
  candidates: readonly Candidate[],
  today: Day,
): Promise<ExtraChoiceFacts> {
  const standard = await getStandard(db)
  const { from } = yearOf(today)
  const { openCount, suggestedToday, boundMinor } = await readRoom(db, today, from)
  const clientIds = candidates.map((each) =>
    each.kind === 'idea' ? each.extra.clientId : each.grant.clientId,
  )
  const past = await listPastExtras(db, [...new Set(clientIds)], from)
  return {
    today,
    isSuggestedToday: suggestedToday > 0,
    openCount,
    clientsWithOpen: new Set(past.filter(({ isOpen }) => isOpen === 1).map(({ clientId }) => clientId)),
    recent: past.filter(({ on }) => on !== ''),
    leftMinor: standard.budgetMinor - boundMinor,
    clientShareMinor: standard.clientBudgetMinor,
    leftByClient: leftByClient(past, standard),
  }
}

/** What is left of each client's share after what was given this year and what is open. */
function leftByClient(
  past: readonly PastExtra[],
  { clientBudgetMinor }: Pick<StandardDetails, 'clientBudgetMinor'>,
): ReadonlyMap<ClientId, number> {
  const left = new Map<ClientId, number>()
  for (const { clientId, boundMinor } of past)
    left.set(clientId, (left.get(clientId) ?? clientBudgetMinor) - boundMinor)
  return left
}

function extraOf(
  { reward, clientId, projectId, occasionOn, because }: RewardGrant,
  language: Language,
): Omit<Extra, 'id' | 'revision' | 'letterId' | 'suggestedOn'> {
  return {
    clientId,
    projectId,
    rewardId: reward.id,
    what: reward.what,
    costMinor: reward.costMinor,
    minutes: reward.minutes,
    occasionOn,
    state: 'suggested',
    givenOn: null,
    because: becauseOf(because, language),
    occasion: occasionOf(because, language),
  }
}

function becauseOf(because: RewardGrant['because'], language: Language): string {
  if (because.kind === 'referral') return say('extra.because.referral', { name: because.name }, language)
  const kind = because.what.toLowerCase()
  if (because.kind === 'returning') return say('extra.because.returning', { kind }, language)
  return say('extra.because.anniversary', { years: because.years, kind }, language)
}

function occasionOf(because: RewardGrant['because'], language: Language): string {
  if (because.kind === 'referral') return say('extra.occasion.referral', { name: because.name }, language)
  if (because.kind === 'returning') return say('extra.occasion.returning', {}, language)
  return say('extra.occasion.anniversary', { years: because.years }, language)
}
