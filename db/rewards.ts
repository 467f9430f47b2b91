import type { Reward, RewardRule } from '../shared/domain/extra'
import { Refusal } from '../shared/lib/refusal'
import { insertRow, updateRow } from './record'
import type { ReadDb, RewardRow, WriteDb } from './schema'

export const toReward = (row: RewardRow): Reward => ({
  id: row.id,
  rule: row.rule,
  what: row.what,
  costMinor: row.cost_minor,
  minutes: row.minutes,
  isOn: row.is_on === 1,
  revision: row.revision,
})

/** The loyalty rules there are, at most one of each kind. */
export async function listRewards(db: ReadDb): Promise<readonly Reward[]> {
  return (await db.selectFrom('reward').selectAll().orderBy('id').execute()).map(toReward)
}

/** The loyalty rule of a kind. Refuses E_REWARD_GONE. */
export async function getReward(db: ReadDb, rule: RewardRule): Promise<Reward> {
  const row = await db.selectFrom('reward').selectAll().where('rule', '=', rule).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_REWARD_GONE', { rule })
  return toReward(row)
}

export async function insertReward(db: WriteDb, reward: Omit<Reward, 'id' | 'revision'>): Promise<Reward> {
  return toReward(await insertRow(db, 'reward', { rule: reward.rule, ...changingColumns(reward) }))
}

export async function updateReward(db: WriteDb, reward: Reward): Promise<Reward> {
  return toReward(await updateRow(db, 'reward', reward.id, changingColumns(reward)))
}

const changingColumns = ({ what, costMinor, minutes, isOn }: Omit<Reward, 'id' | 'revision'>) => ({
  what,
  cost_minor: costMinor,
  minutes,
  is_on: isOn ? (1 as const) : (0 as const),
})
