import { getClient, moveLast } from '../../db/clients'
import { insertExtra } from '../../db/extras'
import { listRewards } from '../../db/rewards'
import type { WriteDb } from '../../db/schema'
import type { SampleExtra } from '../../shared/samples/sample'
import type { Matter, Step } from './sample-steps'
import { atLocal } from './sample-time'

/** An extra is suggested or given in the morning of its day; an idea or a plan is there from the beginning. */
export function extraStep({ client, zone }: Matter, sample: SampleExtra): Step {
  const at = sample.on === undefined ? client.addedAt : atLocal(`${sample.on} 09:00`, zone)
  return {
    at,
    async take(db) {
      const isGiven = sample.state === 'given'
      const rewardId = await findReward(db, sample)
      await insertExtra(db, { ...extraOf(sample), clientId: client.id, rewardId }, isGiven ? at : null)
      if (isGiven) await moveLast(db, await getClient(db, client.id), 'extra', at)
    },
  }
}

const extraOf = (sample: SampleExtra) => ({
  projectId: null,
  what: sample.what,
  because: sample.because ?? null,
  occasion: sample.occasion ?? null,
  occasionOn: sample.occasionOn ?? null,
  costMinor: sample.costMinor ?? null,
  minutes: sample.minutes ?? null,
  state: sample.state,
  suggestedOn: sample.state === 'suggested' ? (sample.on ?? null) : null,
  givenOn: sample.state === 'given' ? (sample.on ?? null) : null,
})

async function findReward(db: WriteDb, { reward }: SampleExtra) {
  const rewards = reward === undefined ? [] : await listRewards(db)
  return rewards.find(({ rule }) => rule === reward)?.id ?? null
}
