import { describe, expect, it } from 'vitest'
import { connect } from '../connection'
import { migrate, versionOf } from '../migrate'
import { initial } from './0001-initial'

function migrated() {
  const connection = connect(':memory:')
  migrate(connection, [initial])
  return connection
}

/** A client with a conversation and a message in it. */
const aConversation = `
  insert into client (name, stage, added_at) values ('Ann', 'current', 0);
  insert into conversation (client_id, last_activity_at) values (1, 0);
  insert into message (conversation_id, client_id, direction, channel, at, text, is_human)
    values (1, 1, 'inbound', 'text', 0, 'Hello?', 1);
  insert into standard values (1, 0, 240, 1, 60, 1, 60, 0, 14, 7, 1, 3, 0, 0);`

const aWait = `
  insert into wait (client_id, conversation_id, first_message_id, waiting_since, ack_minutes, ack_due_at,
    answer_days, answer_due_at, because, standard_id, calendar_version)
  values (1, 1, 1, 0, 240, 0, 1, 0, 'usual', 1, 1)`

describe('the first tables', () => {
  it('stand at version 1', () => {
    expect(versionOf(migrated())).toBe(1)
  })

  it('are strict, all of them', () => {
    const loose = migrated().prepare(
      `select name from pragma_table_list
       where schema = 'main' and type = 'table' and strict = 0 and name not glob 'sqlite_*'`,
    )

    expect(loose.pluck().all()).toEqual([])
  })

  it('give no id twice', () => {
    const connection = migrated()
    connection.exec(aConversation)

    connection.exec(`delete from message; ${aConversation.split(';')[2] ?? ''}`)

    expect(connection.prepare('select id from message').pluck().get()).toBe(2)
  })

  it('point only to what is there', () => {
    const connection = migrated()

    expect(() =>
      connection.exec('insert into conversation (client_id, last_activity_at) values (9, 0)'),
    ).toThrow('FOREIGN KEY')
  })

  it('hold one open wait a conversation, and any number that ended', () => {
    const connection = migrated()
    connection.exec(`${aConversation} ${aWait}; update wait set ended_at = 1; ${aWait}`)

    expect(() => connection.exec(aWait)).toThrow('UNIQUE')
  })
})
