import { describe, expect, it } from 'vitest'
import { connect } from '../connection'
import { migrate, versionOf } from '../migrate'
import { initial } from './0001-initial'
import { nudgesAndSnoozes } from './0002-nudges-and-snoozes'

/** A store of version 1 that is in use, brought to version 2. */
function migrated() {
  const connection = connect(':memory:')
  migrate(connection, [initial])
  connection.exec(`insert into client (name, stage, added_at) values ('Ann', 'current', 0)`)
  migrate(connection, [initial, nudgesAndSnoozes])
  return connection
}

const aNudge = `insert into nudge (item, item_id, stage, occurrence, due_at, delivered_at, timing)
  values ('wait', 1, 'due', '', 0, 0, 'in-time')`
const aSnooze = `insert into snooze (item, item_id, show_on, show_time, snoozed_at)
  values ('wait', 1, '2026-11-24', '13:00', 0)`

describe('nudges and snoozes', () => {
  it('stand at version 2, and what was there stays', () => {
    const connection = migrated()

    expect(versionOf(connection)).toBe(2)
    expect(connection.prepare('select name from client').pluck().all()).toEqual(['Ann'])
  })

  it('hold one nudge for each stage of a thing', () => {
    const connection = migrated()
    connection.exec(aNudge)

    expect(() => connection.exec(aNudge)).toThrow('UNIQUE')
  })

  it('hold one open snooze of a row, and any number that ended', () => {
    const connection = migrated()
    connection.exec(`${aSnooze}; update snooze set ended_at = 1, ended_by = 'reply'; ${aSnooze}`)

    expect(() => connection.exec(aSnooze)).toThrow('UNIQUE')
  })

  it('begin with every kind of reminder on', () => {
    expect(migrated().prepare('select * from reminder_setting').get()).toEqual({
      id: 1,
      is_on: 1,
      hides_words: 0,
      breaks_for_events: 1,
      has_morning_note: 1,
      has_closing_note: 1,
      quiet_until: null,
      unavailable_on: null,
      revision: 0,
    })
  })
})
