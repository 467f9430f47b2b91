import { day } from '../shared/lib/time'
import { dayAt, dayFrom, upTo, type Maker } from './maker'
import type { Row } from './row'

/** Promises that were kept, then the open ones, due over the weeks ahead. */
export function* promiseRows(maker: Maker): Generator<Row> {
  const { size, spread, random } = maker
  for (const index of upTo(size.promises)) {
    const isOpen = index >= size.promises - size.openPromises
    const saidAt = spread(index, size.promises)
    const dueOn = isOpen ? dayFrom(Math.floor(random() * 40) - 1) : dayAt(saidAt + 7 * day)
    yield {
      client_id: isOpen ? maker.activeClient() : maker.anyClient(),
      what: maker.text(40),
      as_noun: `the ${maker.word()}`,
      said_at: saidAt,
      said_channel: 'email',
      due_on: dueOn,
      own_on: dueOn,
      state: isOpen ? 'open' : 'kept',
      ended_at: isOpen ? null : saidAt + 5 * day,
      is_kept_late: isOpen ? null : 0,
    }
  }
}

/** Extras that were given, then ideas for more. */
export function* extraRows(maker: Maker): Generator<Row> {
  const { size, spread, random } = maker
  for (const index of upTo(size.extras)) {
    const isOpen = index >= size.extras - size.openExtras
    const at = spread(index, size.extras)
    yield {
      client_id: isOpen ? maker.activeClient() : maker.anyClient(),
      what: maker.text(40),
      cost_minor: 100 + Math.floor(random() * 900),
      state: isOpen ? 'idea' : 'given',
      occasion_on: isOpen ? dayFrom(Math.floor(random() * 60)) : null,
      given_on: isOpen ? null : dayAt(at),
      given_at: isOpen ? null : at,
    }
  }
}

export function* updateRows({ size, anyClient, spread, text }: Maker): Generator<Row> {
  for (const index of upTo(size.updates)) {
    const client = anyClient()
    yield { project_id: client, client_id: client, at: spread(index, size.updates), topics: text(20) }
  }
}
