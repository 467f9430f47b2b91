import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal } from '../shared/lib/refusal'
import { readChecked } from './backup-check'
import { listBackups } from './backup-manifest'
import { connect, type Connection } from './connection'
import { migrate, versionOf } from './migrate'
import { migrations, newestVersion, type Migration } from './migrations'
import { openStore } from './open'
import { rowsOf, seedBusiness } from './testing'

const first: Migration = {
  version: 1,
  name: 'letters',
  sql: 'create table a (id integer primary key); create table b (a_id integer references a (id)); insert into a values (1), (2); insert into b values (1)',
}
const second = (sql: string): Migration => ({ version: 2, name: 'a second step', sql })

function atVersionOne(): Connection {
  const connection = connect(':memory:')
  migrate(connection, [first])
  return connection
}

const refusalOf = (work: () => void): Refusal => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('Nothing was refused')
}

describe('a step', () => {
  it('is taken once', () => {
    const connection = atVersionOne()

    migrate(connection, [first, second('create table c (a)')])
    migrate(connection, [first, second('create table c (a)')])

    expect(versionOf(connection)).toBe(2)
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('may rebuild a table that others point to', () => {
    const connection = atVersionOne()

    const sql =
      'create table n (id integer primary key, more); insert into n (id) select id from a; drop table a; alter table n rename to a'
    migrate(connection, [first, second(sql)])

    expect(connection.prepare('select count(*) from a').pluck().get()).toBe(2)
    expect(connection.pragma('foreign_key_check')).toEqual([])
  })

  it.each([
    ['whose SQL fails', 'create table c (a); insert into nowhere values (1)', 'no such table: nowhere'],
    ['that would leave rows pointing nowhere', 'update b set a_id = 9', '1 rows would point nowhere'],
    ['that would lose rows', 'delete from a where id = 2', 'a would have 1 rows instead of 2'],
  ])('%s leaves everything as it was', (_, sql, reason) => {
    const connection = atVersionOne()

    const refusal = refusalOf(() => migrate(connection, [first, second(sql)], '/backup.db'))

    expect(refusal).toMatchObject({ kind: 'internal', code: 'E_MIGRATION_FAILED' })
    expect(refusal.values).toEqual({
      ...{ step: 2, name: 'a second step', version: 1, reason },
      ...{ backup: '/backup.db', hasBackup: 'yes' },
    })
    expect(versionOf(connection)).toBe(1)
    expect(connection.prepare('select count(*) from a').pluck().get()).toBe(2)
    expect(connection.prepare("select count(*) from sqlite_master where name = 'c'").pluck().get()).toBe(0)
  })
})

describe('the steps of Kept', () => {
  it('are numbered without a gap', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, i) => i + 1))
  })
})

describe('opening a store of an older version', () => {
  const folders: string[] = []
  const newFolder = () => {
    folders.push(mkdtempSync(join(tmpdir(), 'kept-migrate-')))
    return folders.at(-1) ?? ''
  }
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

  const next = (sql: string) => [...migrations, { version: newestVersion + 1, name: 'the next step', sql }]

  async function olderStore(): Promise<string> {
    const folder = newFolder()
    const store = await openStore({ folder, now: 1, version: '0.1.0' })
    await store.write((db) => seedBusiness(db))
    await store.close()
    return folder
  }

  it('makes a verified backup first', async () => {
    const folder = await olderStore()

    const store = await openStore({
      folder,
      now: 2,
      version: '0.2.0',
      steps: next('create table extra_one (a)'),
    })
    await store.close()

    const [backup, ...others] = listBackups(folder)
    expect(backup).toMatchObject({ why: 'migration', version: newestVersion, at: 2 })
    expect(others).toEqual([])
    expect(readChecked(backup?.file ?? '').rows.get('business')).toBe(1)
  })

  it('names that backup where a step fails, and the older Kept still opens the store', async () => {
    const folder = await olderStore()
    const opening = openStore({ folder, now: 2, version: '0.2.0', steps: next('drop table nothing') })

    const refusal = await opening.catch((error: unknown) => error)

    expect(refusal).toMatchObject({ code: 'E_MIGRATION_FAILED', values: { version: newestVersion } })
    expect(refusal).toMatchObject({ values: { backup: listBackups(folder)[0]?.file, hasBackup: 'yes' } })
    const store = await openStore({ folder, now: 3, version: '0.1.0' })
    expect(await rowsOf(store, 'business')).toHaveLength(1)
    await store.close()
  })
})
