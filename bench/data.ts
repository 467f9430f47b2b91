import Database from 'better-sqlite3'
import { migrate } from '../db/migrate'
import { migrations } from '../db/migrations'
import { plannerBusiness, plannerStandard } from '../db/testing'
import type { Row } from './row'
import { conversationRows, messageRows, waitRows } from './rows-said'
import { extraRows, promiseRows, updateRows } from './rows-done'
import { clientRows, personRows, projectRows } from './rows-known'
import { makerFor } from './maker'
import type { Size } from './sizes'

/** Makes a store of this size at `file`: history first, then the open items, then the search rows in bulk. */
export function makeStore(file: string, size: Size): void {
  const connection = new Database(file)
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = off')
  migrate(connection, migrations)
  connection.pragma('foreign_keys = off')
  connection.transaction(() => fillAll(connection, size))()
  indexForSearch(connection)
  connection.pragma('wal_checkpoint(truncate)')
  connection.close()
}

function fillAll(connection: Database.Database, size: Size): void {
  const maker = makerFor(size)
  fill(connection, 'business', [plannerBusiness])
  fill(
    connection,
    'span',
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_at: '09:00', closes_at: '17:30' })),
  )
  fill(connection, 'standard', [plannerStandard])
  fill(connection, 'client', clientRows(maker))
  fill(connection, 'person', personRows(maker))
  fill(connection, 'project', projectRows(maker))
  fill(connection, 'conversation', conversationRows(maker))
  fill(connection, 'message', messageRows(maker))
  fill(connection, 'wait', waitRows(maker))
  fill(connection, 'promise', promiseRows(maker))
  fill(connection, 'extra', extraRows(maker))
  fill(connection, 'status_update', updateRows(maker))
}

function fill(connection: Database.Database, table: string, rows: Iterable<Row>): void {
  let insert: Database.Statement | undefined
  for (const row of rows) {
    const names = Object.keys(row)
    insert ??= connection.prepare(
      `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    )
    insert.run(row)
  }
}

/** Every full-text table reads the records it belongs to anew. */
function indexForSearch(connection: Database.Database): void {
  const tables = connection
    .prepare<[], { name: string }>(
      `select name from sqlite_master where sql like 'create virtual table%using fts5%'`,
    )
    .all()
  for (const { name } of tables) connection.exec(`insert into ${name} (${name}) values ('rebuild')`)
}
