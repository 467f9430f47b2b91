import { day } from '../shared/lib/time'
import { capital, dayFrom, upTo, benchNow, type Maker } from './maker'
import type { Row } from './row'

/** Clients: the last ones are served now, the others were and are archived. */
export function* clientRows({ size, isActive, name, word, spread }: Maker): Generator<Row> {
  for (const index of upTo(size.clients)) {
    const isNow = isActive(index + 1)
    const addedAt = spread(index, size.clients)
    yield {
      name: `${name()} & ${name()}`,
      short_name: `${capital(word())} & ${capital(word())}`,
      stage: isNow ? 'current' : 'past',
      added_at: addedAt,
      last_inbound_at: addedAt + day,
      last_outbound_at: addedAt + 2 * day,
      archived_at: isNow ? null : addedAt + 300 * day,
    }
  }
}

/** Two people a client. */
export function* personRows({ size, name }: Maker): Generator<Row> {
  for (const index of upTo(size.clients * 2))
    yield { client_id: 1 + Math.floor(index / 2), name: name(), called: null, is_in_letters: 1 }
}

/** One project a client, with an event ahead or behind. */
export function* projectRows({ size, isActive, random, spread }: Maker): Generator<Row> {
  for (const index of upTo(size.clients)) {
    const isNow = isActive(index + 1)
    yield {
      client_id: index + 1,
      kind: 'Wedding',
      event_on: dayFrom(isNow ? 30 + Math.floor(random() * 300) : -30 - Math.floor(random() * 900)),
      state: isNow ? 'open' : 'done',
      added_at: spread(index, size.clients),
      last_update_at: isNow ? benchNow - Math.floor(random() * 14) * day : null,
      next_update_on: isNow ? dayFrom(Math.floor(random() * 40) - 2) : null,
    }
  }
}
