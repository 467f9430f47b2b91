import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Refusal } from '../shared/lib/refusal'
import { hashOf, makeBackup } from './backup'
import { connect } from './connection'
import { filesOf } from './files'
import { openStore, type OpenStore } from './open'
import { insertRow } from './record'
import { chooseStore, findMissing, restoreBackup, startEmpty } from './recovery'
import { rowsOf, seedBusiness } from './testing'

const root = mkdtempSync(join(tmpdir(), 'kept-recovery-'))
const newFolder = () => mkdtempSync(join(root, 'store-'))
const now = Date.UTC(2026, 10, 24, 10, 40)
const open = (folder: string) => openStore({ folder, now, version: '0.1.0' })

afterAll(() => rmSync(root, { recursive: true, force: true }))

const aLetter = {
  kind: 'blank',
  client_id: 1 as never,
  recipients: '[]',
  fields: '{}',
  drafted_at: 0,
  saved_at: 0,
} as const

async function fill(store: OpenStore): Promise<void> {
  await store.write(async (db) => {
    await seedBusiness(db)
    await insertRow(db, 'client', { name: 'Ann & Bob', stage: 'current', added_at: 0 })
    for (const state of ['draft', 'queued', 'sending', 'committing', 'sent'] as const)
      await insertRow(db, 'letter', { ...aLetter, state })
  })
}

/** A folder whose store was backed up and then went away. */
async function bereftFolder(): Promise<{ folder: string; backup: string }> {
  const folder = newFolder()
  const store = await open(folder)
  await fill(store)
  const { file } = await makeBackup({ folder, now, why: 'daily' })
  await store.close()
  rmSync(store.file)
  return { folder, backup: file }
}

const refusalOf = (work: Promise<unknown>) => work.catch((error: unknown) => error)

describe('a store that is missing', () => {
  it('is described by where it was, when it was opened last, and its backups', async () => {
    const { folder, backup } = await bereftFolder()

    expect(findMissing({ folder, now })).toMatchObject({
      expected: filesOf(folder).store,
      lastOpenedAt: now,
      backups: [{ file: backup }],
    })
  })

  it('is not one that is there, and not one that never was', async () => {
    const folder = newFolder()
    expect(findMissing({ folder, now })).toBeNull()

    await (await open(folder)).close()

    expect(findMissing({ folder, now })).toBeNull()
  })
})

describe('restoring a backup', () => {
  it('brings the records back, sends no letter that waited then, and leaves the backup as it is', async () => {
    const { folder, backup } = await bereftFolder()
    const hash = await hashOf(backup)

    await restoreBackup({ folder, now }, backup)

    const store = await open(folder)
    expect(store.isNew).toBe(false)
    expect(await rowsOf(store, 'client')).toMatchObject([{ name: 'Ann & Bob' }])
    const left = (await rowsOf(store, 'letter')).filter((row) => row.error?.includes('E_LETTER_RESTORED'))
    expect(left.map((row) => [row.state, row.next_attempt_at])).toEqual([
      ['unknown', null],
      ['unknown', null],
      ['unknown', null],
    ])
    expect(await hashOf(backup)).toBe(hash)
    await store.close()
  })

  it('is refused where the backup is not as it was made, or is none', async () => {
    const { folder, backup } = await bereftFolder()
    const bytes = readFileSync(backup)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(backup, bytes)

    for (const file of [backup, '/etc/passwd'])
      expect(await refusalOf(restoreBackup({ folder, now }, file))).toEqual(
        new Refusal('conflict', 'E_BACKUP_BAD', { file: basename(file) }),
      )
    expect(existsSync(filesOf(folder).store)).toBe(false)
  })

  it('puts a log that was left behind where nothing takes it for its own', async () => {
    const { folder, backup } = await bereftFolder()
    writeFileSync(`${filesOf(folder).store}-wal`, 'of another store')

    await restoreBackup({ folder, now }, backup)

    expect(readFileSync(join(folder, 'quarantine', String(now), 'kept.db-wal'), 'utf8')).toBe(
      'of another store',
    )
    const store = await open(folder)
    expect(await rowsOf(store, 'client')).toHaveLength(1)
    await store.close()
  })

  it('is refused while a store is there or open', async () => {
    const { folder, backup } = await bereftFolder()
    await restoreBackup({ folder, now }, backup)

    expect(await refusalOf(restoreBackup({ folder, now }, backup))).toMatchObject({ code: 'E_STORE_THERE' })
    const store = await open(folder)
    expect(await refusalOf(restoreBackup({ folder, now }, backup))).toMatchObject({
      code: 'E_ALREADY_RUNNING',
    })
    await store.close()
  })
})

describe('choosing a file', () => {
  it('copies the store that was found, with what lies in its log, and leaves it as it is', async () => {
    const { folder } = await bereftFolder()
    const elsewhere = newFolder()
    const other = await open(elsewhere)
    await fill(other)

    chooseStore({ folder, now }, other.file)

    const store = await open(folder)
    expect(await rowsOf(store, 'client')).toHaveLength(1)
    await store.close()
    expect(await rowsOf(other, 'client')).toHaveLength(1)
    await other.close()
  })

  it('sends no letter that waited in it: it may be a copy of long ago', async () => {
    const { folder, backup } = await bereftFolder()

    chooseStore({ folder, now }, backup)

    const store = await open(folder)
    const states = (await rowsOf(store, 'letter')).map((row) => row.state)
    expect(states).toEqual(['draft', 'unknown', 'unknown', 'unknown', 'sent'])
    await store.close()
  })

  it('is refused for what is not there, not of Kept, or of a newer Kept', async () => {
    const { folder } = await bereftFolder()
    const elsewhere = newFolder()
    const text = join(elsewhere, 'notes.txt')
    writeFileSync(text, 'Dear Anna')
    await (await open(elsewhere)).close()
    const newer = join(elsewhere, 'newer.db')
    renameSync(filesOf(elsewhere).store, newer)
    const connection = connect(newer)
    connection.pragma('user_version = 99')
    connection.close()

    const empty = join(elsewhere, 'empty.db')
    const nothingYet = connect(empty)
    nothingYet.exec('create table t (a); drop table t')
    nothingYet.close()

    const choose = (file: string) => () => chooseStore({ folder, now }, file)

    expect(choose(join(elsewhere, 'nothing'))).toThrow('E_FILE_MISSING')
    expect(choose(elsewhere)).toThrow('E_DB_NOT_KEPT')
    expect(choose(text)).toThrow('E_DB_NOT_KEPT')
    expect(choose(empty)).toThrow('E_DB_NOT_KEPT')
    expect(choose(newer)).toThrow('E_DB_TOO_NEW')
    expect(existsSync(filesOf(folder).store)).toBe(false)
  })
})

describe('starting empty', () => {
  it('lets the next start make a new store', async () => {
    const { folder } = await bereftFolder()

    startEmpty({ folder, now })

    const store = await open(folder)
    expect(store.isNew).toBe(true)
    await store.close()
  })
})
