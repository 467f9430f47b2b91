import { getBusiness } from '../../db/business'
import type { WriteDb } from '../../db/schema'
import type { Sample } from '../../shared/samples/sample'
import { addClient, sentBy } from './sample-clients'
import { addLetter } from './sample-letters'
import { atLocal } from './sample-time'
import { stepsOf } from './sample-steps'

/**
 * Fills a store, whose business is there and which has no clients yet, with a sample business: its clients
 * first, then everything that was said and done, in the order in which it happened. Clocks and due times come
 * from the same rules as in a store that has been worked with.
 */
export async function fillSample(db: WriteDb, sample: Sample): Promise<void> {
  const { zone } = await getBusiness(db)
  const clients = []
  for (const each of sample.clients) clients.push(await addClient(db, each, zone))
  for (const each of clients) await sentBy(db, each, clients)
  const steps = clients.flatMap((client) => stepsOf(client, zone))
  const until = atLocal(sample.startsAt, zone)
  for (const step of steps.sort((a, b) => a.at - b.at)) if (step.at <= until) await step.take(db)
  for (const letter of sample.outbox) await addLetter(db, letter, clients, zone)
}
