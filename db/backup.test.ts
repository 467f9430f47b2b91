import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { Refusal } from '../shared/lib/refusal'
import { day, hour } from '../shared/lib/time'
import { copyStore, makeBackup } from './backup'
import { checkCopy, readChecked } from './backup-check'
import { listBackups } from './backup-manifest'
import { expendable } from './backup-retention'
import { connect } from './connection'
import { filesOf } from './files'
import { migrations } from './migrations'
import { openStore, type OpenStore } from './open'
import { insertRow } from './record'
import { seedBusiness } from './testing'

const root = mkdtempSync(join(tmpdir(), 'kept-backup-'))
const now = Date.UTC(2026, 10, 24, 10, 40)
const stores: OpenStore[] = []

async function openFilled(): Promise<{ folder: string; store: OpenStore }> {
  const folder = mkdtempSync(join(root, 'store-'))
  const store = await openStore({ folder, now, version: '0.1.0' })
  stores.push(store)
  await store.write(async (db) => {
    await seedBusiness(db)
    for (let i = 0; i < 50; i++)
      await insertRow(db, 'client', { name: `Client ${i}`, stage: 'current', added_at: i })
  })
  return { folder, store }
}

afterAll(async () => {
  for (const store of stores) await store.close()
  rmSync(root, { recursive: true, force: true })
})

describe('a backup', () => {
  it('holds what the open store holds, also what lies in its log only', async () => {
    const { folder } = await openFilled()

    const backup = await makeBackup({ folder, now, why: 'by-hand' })

    expect(basename(backup.file)).toBe('kept-2026-11-24T104000Z-by-hand.db')
    expect(backup).toMatchObject({ at: now, why: 'by-hand', bytes: statSync(backup.file).size })
    expect(statSync(backup.file).mode & 0o777).toBe(0o600)
    expect(readChecked(backup.file).rows.get('client')).toBe(50)
    expect(listBackups(folder)).toEqual([backup])
  })

  it('has a name of its own although made in the same second', async () => {
    const { folder } = await openFilled()

    const first = await makeBackup({ folder, now, why: 'daily' })
    const second = await makeBackup({ folder, now, why: 'daily' })

    expect(second.file).not.toBe(first.file)
    expect(listBackups(folder)).toEqual([second, first])
  })

  it('is found where its folder was moved to, and not listed when its file is gone', async () => {
    const { folder } = await openFilled()
    const first = await makeBackup({ folder, now, why: 'daily' })
    const second = await makeBackup({ folder, now, why: 'daily' })

    rmSync(first.file)

    expect(listBackups(folder)).toEqual([second])
  })

  it('is made while others write', async () => {
    const { folder, store } = await openFilled()
    const [before] = copyStore(store.file, join(folder, 'copy.db'))
    const during = before.rows.get('client') ?? 0

    await store.write((db) => insertRow(db, 'client', { name: 'Late', stage: 'lead', added_at: 0 }))

    const reader = connect(store.file, { isReader: true })
    reader.close()
    const later = { ...before, rows: new Map(before.rows).set('client', during + 1) }
    expect(checkCopy(join(folder, 'copy.db'), [before, later])).toBe(migrations.length)
  })

  it.each([
    ['lost rows', 'delete from client where id > 40'],
    ['gained rows', "insert into span (weekday, opens_at, closes_at) values (7, '09:00', '10:00')"],
    ['has another version', 'pragma user_version = 9'],
    ['is not of Kept', 'pragma application_id = 9'],
  ])('is not believed when it %s', async (_, sql) => {
    const { folder, store } = await openFilled()
    const copy = join(folder, 'copy.db')
    const contents = copyStore(store.file, copy)
    const connection = connect(copy)
    connection.exec(sql)
    connection.close()

    expect(() => checkCopy(copy, contents)).toThrow('The copy')
  })

  it('that was cut short is not believed', async () => {
    const { folder, store } = await openFilled()
    const copy = join(folder, 'copy.db')
    const contents = copyStore(store.file, copy)
    writeFileSync(copy, Buffer.alloc(statSync(copy).size))

    expect(() => checkCopy(copy, contents)).toThrow()
  })

  it('that fails says so, says which one is still good, and leaves nothing behind', async () => {
    const { folder, store } = await openFilled()
    await makeBackup({ folder, now, why: 'daily' })
    await store.close()
    writeFileSync(store.file, Buffer.alloc(8192, 'x'))

    const failing = makeBackup({ folder, now: now + day, why: 'daily' })

    const values = { cause: 'other', reason: 'file is not a database', hasLast: 'yes', lastAt: now }
    await expect(failing).rejects.toEqual(new Refusal('unreachable', 'E_BACKUP_FAILED', values))
    expect(readdirSync(filesOf(folder).backups)).toHaveLength(2)
  })

  it('that cannot have its folder says so', async () => {
    const { folder } = await openFilled()
    writeFileSync(filesOf(folder).backups, '')

    const failing = makeBackup({ folder, now, why: 'daily' })

    await expect(failing).rejects.toMatchObject({ code: 'E_BACKUP_FAILED', values: { hasLast: 'no' } })
  })
})

describe('which backups stay', () => {
  const made = (...ats: number[]) => ats.map((at) => ({ at }))

  it('are the newest of each hour, day, week and month that has one', () => {
    const hourly = made(...Array.from({ length: 400 * 24 }, (_, i) => now + i * hour))

    const gone = new Set(expendable(hourly))
    const kept = hourly.filter((backup) => !gone.has(backup))

    expect(kept.filter(({ at }) => at >= now + 399 * day)).toHaveLength(24)
    expect(kept.length).toBeGreaterThanOrEqual(24 + 12 + 6 + 10)
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8 + 12)
  })

  it('are all while there are few, however old they are', () => {
    expect(expendable(made(0, 1, 2))).toEqual([])
    expect(expendable(made(now, now - 4000 * day, now + 4000 * day))).toEqual([])
  })

  it('are never fewer than three, whatever the clock said, and always the last three made', () => {
    const moment = fc.oneof(
      fc.integer({ min: 0, max: 4 * 1e12 }),
      fc.integer({ min: now, max: now + 3 * hour }),
    )
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 200 }), (ats) => {
        const all = made(...ats)
        const gone = new Set(expendable(all))
        expect(all.length - gone.size).toBeGreaterThanOrEqual(Math.min(3, all.length))
        expect(all.slice(-3).some((backup) => gone.has(backup))).toBe(false)
      }),
    )
  })

  it('lose nothing to a clock that jumped ahead ten years and came back', () => {
    const daily = Array.from({ length: 10 }, (_, i) => now + i * day)

    const gone = expendable(made(...daily, now + 3650 * day, now + 11 * day))

    expect(gone).toEqual([])
  })

  it('are let go once a newer one was checked, list and file alike', async () => {
    const { folder } = await openFilled()

    for (let i = 0; i < 30; i++) await makeBackup({ folder, now: now + i * 1000, why: 'by-hand' })

    expect(listBackups(folder)).toHaveLength(3)
    expect(readdirSync(filesOf(folder).backups)).toHaveLength(4)
  })

  it('all stay while nobody knows whether the clock is right (RM-5)', async () => {
    const { folder } = await openFilled()

    for (let i = 0; i < 6; i++) await makeBackup({ folder, now: now + i, why: 'daily', keepsAll: true })
    expect(listBackups(folder)).toHaveLength(6)

    await makeBackup({ folder, now: now + 6, why: 'daily' })
    expect(listBackups(folder)).toHaveLength(3)
  })
})
