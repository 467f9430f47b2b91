import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal } from '../shared/lib/refusal'
import { at } from '../shared/testing'
import { listBackups } from './backup-manifest'
import { connect } from './connection'
import { filesOf } from './files'
import { applicationId } from './inspect'
import { newestVersion } from './migrations'
import { openStore, type OpenOptions, type OpenStore } from './open'
import { checkSqlite, setPragmas } from './pragmas'
import { insertRow } from './record'
import { rowsOf, seedBusiness } from './testing'

const now = at('Mon 2026-11-23 18:02')
const folders: string[] = []
const stores: OpenStore[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-open-'))
  folders.push(folder)
  return folder
}

async function open(folder: string, options: Partial<OpenOptions> = {}): Promise<OpenStore> {
  const store = await openStore({ folder, now, version: '0.1.0', ...options })
  stores.push(store)
  return store
}

/** A folder in which a store was made, used and closed. */
async function usedFolder(): Promise<string> {
  const folder = newFolder()
  const store = await open(folder)
  await store.write((db) => seedBusiness(db))
  await store.close()
  return folder
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.catch((reason: unknown) => reason)
  if (error instanceof Refusal) return error
  throw new Error('Nothing was refused')
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close().catch(() => undefined)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('a new store', () => {
  it('is made where none was, private to the user', async () => {
    const folder = join(newFolder(), 'deep', 'inside')

    const store = await open(folder)

    expect(store.isNew).toBe(true)
    expect(await rowsOf(store, 'client')).toEqual([])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const { store: file, lock, instance, place } = filesOf(folder)
    for (const path of [file, `${file}-wal`, `${file}-shm`, lock, instance, place])
      expect(statSync(path).mode & 0o777, path).toBe(0o600)
  })

  it('says whose it is and which version it has', async () => {
    const folder = await usedFolder()

    const connection = connect(filesOf(folder).store, { isReader: true })

    expect(connection.pragma('application_id', { simple: true })).toBe(applicationId)
    expect(connection.pragma('user_version', { simple: true })).toBe(newestVersion)
    connection.close()
  })

  it('is found again', async () => {
    const folder = await usedFolder()

    const store = await open(folder)

    expect(store.isNew).toBe(false)
    expect(await rowsOf(store, 'business')).toMatchObject([{ user_name: 'Hazel Marsh' }])
  })

  it('is still new after a start that was cut off before anything was in it', async () => {
    const folder = newFolder()
    writeFileSync(filesOf(folder).store, '')

    expect((await open(folder)).isNew).toBe(true)
  })
})

describe('the settings of SQLite', () => {
  it('are read back as they must be, every time the store is opened', async () => {
    const folder = await usedFolder()
    const connection = connect(filesOf(folder).store)

    setPragmas(connection)

    const read = (name: string) => connection.pragma(name, { simple: true })
    expect(read('journal_mode')).toBe('wal')
    expect(read('synchronous')).toBe(2)
    expect(read('foreign_keys')).toBe(1)
    expect(read('trusted_schema')).toBe(0)
    expect(read('cell_size_check')).toBe(1)
    expect(read('secure_delete')).toBe(1)
    expect(read('busy_timeout')).toBe(5000)
    connection.close()
  })

  it('stop the start where one does not take', () => {
    const connection = connect(':memory:')

    const values = { name: 'journal_mode', found: 'memory', expected: 'wal' }
    expect(() => setPragmas(connection)).toThrow(new Refusal('internal', 'E_DB_PRAGMA', values))
    connection.close()
  })

  it.each(['3.50.4', '3.51.2', '3.9.0', '2.8.17'])('refuse SQLite %s', (version) => {
    const values = { version, oldest: '3.51.3' }
    expect(() => checkSqlite(version)).toThrow(new Refusal('internal', 'E_SQLITE_TOO_OLD', values))
  })

  it.each(['3.51.3', '3.54.1', '3.100.0', '4.0.0'])('take SQLite %s', (version) => {
    expect(() => checkSqlite(version)).not.toThrow()
  })
})

describe('one owner', () => {
  it('keeps a second start away and says who is there since when', async () => {
    const folder = newFolder()
    const first = await open(folder)
    first.notePort(4711)

    const refusal = await refusalOf(open(folder))

    expect(refusal).toMatchObject({ kind: 'conflict', code: 'E_ALREADY_RUNNING' })
    expect(refusal.values).toEqual({ isKnown: 'yes', process: String(process.pid), since: now, port: 4711 })
    await first.write((db) => seedBusiness(db))
    expect(await refusalOf(open(folder))).toMatchObject({ code: 'E_ALREADY_RUNNING' })
  })

  it('ends when the store is closed', async () => {
    const folder = newFolder()
    await (await open(folder)).close()

    expect((await open(folder)).isNew).toBe(false)
  })

  it('ends when opening fails', async () => {
    const folder = newFolder()
    writeFileSync(filesOf(folder).store, 'something else altogether')
    await refusalOf(open(folder))
    rmSync(filesOf(folder).store)

    expect((await open(folder)).isNew).toBe(true)
  })
})

describe('a store that is not where it was', () => {
  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['emptied', (file: string) => writeFileSync(file, '')],
  ])('is missed when it is %s, and no empty one is made', async (_, harm) => {
    const folder = await usedFolder()
    const file = filesOf(folder).store
    harm(file)

    const refusal = await refusalOf(open(folder))

    expect(refusal).toMatchObject({ kind: 'not-found', code: 'E_DB_MISSING' })
    expect(refusal.values).toEqual({ expected: file, lastOpenedAt: now })
    expect(existsSync(file) ? statSync(file).size : 0).toBe(0)
  })

  it('is missed when its whole folder is gone, where that is remembered elsewhere', async () => {
    const folder = newFolder()
    const placeFile = join(newFolder(), 'not', 'made', 'yet', 'last-store.json')
    await (await open(folder, { placeFile })).close()
    expect(statSync(dirname(placeFile)).mode & 0o777).toBe(0o700)
    rmSync(folder, { recursive: true })

    expect(await refusalOf(open(folder, { placeFile }))).toMatchObject({ code: 'E_DB_MISSING' })
  })

  it('is not made where it could not be remembered', async () => {
    const folder = newFolder()
    const inTheWay = join(newFolder(), 'file')
    writeFileSync(inTheWay, '')

    const opening = open(folder, { placeFile: join(inTheWay, 'last-store.json') })

    expect(await refusalOf(opening)).toMatchObject({ code: 'E_DATA_FOLDER', values: { folder: inTheWay } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('starts anew in a folder that was emptied, where nothing else remembers', async () => {
    const folder = await usedFolder()
    rmSync(folder, { recursive: true })

    expect((await open(folder)).isNew).toBe(true)
  })
})

describe('a file that is not for this Kept', () => {
  it.each([
    ['a text file', 'Dear Anna, the deposit is paid.\n'.repeat(200)],
    ['a few bytes', 'SQL'],
    ['a damaged beginning', 'SQLite format 3 '.padEnd(4096, 'x')],
  ])('is left alone when it is %s', async (_, text) => {
    const folder = newFolder()
    const file = filesOf(folder).store
    writeFileSync(file, text)

    expect(await refusalOf(open(folder))).toMatchObject({ code: 'E_DB_NOT_KEPT', values: { file } })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.each([
    ['of another application', 'pragma application_id = 7; create table t (a)'],
    ['of nobody in particular', 'create table t (a)'],
  ])('is left alone when it is a database %s', async (_, sql) => {
    const folder = newFolder()
    const file = filesOf(folder).store
    const connection = connect(file)
    connection.exec(sql)
    connection.close()
    const before = hashOf(file)

    expect(await refusalOf(open(folder))).toMatchObject({ code: 'E_DB_NOT_KEPT' })
    expect(hashOf(file)).toBe(before)
  })

  it.each([
    ['at rest', false],
    ['whose version still lies in its log', true],
  ])('is left alone when a newer Kept wrote it: one %s', async (_, isInLog) => {
    const folder = await usedFolder()
    const { store: file, place } = filesOf(folder)
    writeFileSync(place, JSON.stringify({ file, lastOpenedAt: now, version: '3.4.0' }))
    const newer = connect(file)
    newer.exec(`create table future (a); pragma user_version = ${newestVersion + 1}`)
    if (!isInLog) newer.close()
    const before = hashOf(file)

    const refusal = await refusalOf(open(folder))

    expect(refusal).toMatchObject({ kind: 'not-allowed', code: 'E_DB_NEWER' })
    expect(refusal.values).toMatchObject({ version: '0.1.0', writtenBy: '3.4.0', hasBackup: 'no' })
    expect(hashOf(file)).toBe(before)
    newer.close()
  })
})

describe('a folder that will not do', () => {
  it('is named when it is a file', async () => {
    const file = join(newFolder(), 'not-a-folder')
    writeFileSync(file, '')

    expect(await refusalOf(open(file))).toMatchObject({
      code: 'E_DATA_FOLDER',
      values: { folder: file, reason: 'file' },
    })
    expect(await refusalOf(open(join(file, 'below')))).toMatchObject({ values: { reason: 'file' } })
  })

  it('is not asked for backups that are not there', () => {
    expect(listBackups(newFolder())).toEqual([])
  })

  it('is cleared of backups that were left half done', async () => {
    const folder = await usedFolder()
    const { backups } = filesOf(folder)
    mkdirSync(backups, { recursive: true })
    for (const name of ['kept-x.db.partial', 'kept-x.db.partial-journal', 'kept-x.db'])
      writeFileSync(join(backups, name), '')

    await open(folder)

    expect(existsSync(join(backups, 'kept-x.db.partial'))).toBe(false)
    expect(existsSync(join(backups, 'kept-x.db.partial-journal'))).toBe(false)
    expect(existsSync(join(backups, 'kept-x.db'))).toBe(true)
  })
})

it('puts the log into the file on request, and waits for no reader', async () => {
  const folder = newFolder()
  const store = await open(folder)
  await store.write((db) => seedBusiness(db))
  const log = `${store.file}-wal`
  const reader = connect(store.file, { isReader: true })
  reader.exec('begin; select * from business')
  await store.write((db) => insertRow(db, 'span', { weekday: 6, opens_at: '09:00', closes_at: '12:00' }))

  expect(await store.checkpoint()).toBe(false)
  reader.close()
  expect(await store.checkpoint()).toBe(true)

  expect(statSync(log).size).toBe(0)
})
