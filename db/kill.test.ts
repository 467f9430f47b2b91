import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { platform } from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from './backup'
import { readChecked } from './backup-check'
import { listBackups, removePartials } from './backup-manifest'
import { hashOf } from './backup'
import { connect } from './connection'
import { filesOf } from './files'
import { manySteps } from './many-steps.torture'
import { migrate, versionOf } from './migrate'
import { openStore } from './open'
import { setPragmas } from './pragmas'
import { insertRow } from './record'
import { bundleProgram, seedBusiness, startProgram } from './testing'

const root = mkdtempSync(join(tmpdir(), 'kept-kill-'))
const newFolder = () => mkdtempSync(join(root, 'store-'))
const now = Date.UTC(2026, 10, 24, 10, 40)
const open = (folder: string) => openStore({ folder, now, version: '0.1.0' })
const start = (task: string, ...given: readonly string[]) => startProgram(program, task, ...given)
let program = ''

beforeAll(() => {
  program = bundleProgram('db/child.torture.ts')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Up to so many ms, another number every time; the seed of a failing run is not needed, since every moment must do. */
const upTo = (most: number) => Math.random() * most

/** A folder with a store of 3,000 clients, a good 2 MB, and nobody in it. */
async function filledFolder(): Promise<string> {
  const folder = newFolder()
  const store = await open(folder)
  await store.write(async (db) => {
    await seedBusiness(db)
    for (let i = 0; i < 3000; i++)
      await insertRow(db, 'client', { name: `Client ${i} ${'x'.repeat(200)}`, stage: 'current', added_at: i })
  })
  await store.close()
  return folder
}

async function expectGoodBackups(folder: string): Promise<number> {
  const listed = listBackups(folder)
  for (const { file, sha256, version } of listed) {
    expect(readChecked(file)).toMatchObject({ version })
    expect(readChecked(file).rows.get('client')).toBe(3000)
    expect(await hashOf(file)).toBe(sha256)
  }
  return listed.length
}

describe('a backup', () => {
  it('is in the list only if it is good, whenever the process was killed', async () => {
    const folder = await filledFolder()
    for (let round = 0; round < 40; round++) {
      const child = start('backUp', folder)
      await child.firstLine
      await sleep(upTo(120))
      await child.kill()
      removePartials(folder)
      await expectGoodBackups(folder)
    }

    expect(await expectGoodBackups(folder)).toBeGreaterThan(0)
    expect(readdirSync(filesOf(folder).backups).filter((name) => name.includes('.db.partial'))).toEqual([])
  }, 120_000)

  it.each(['begun', 'copied', 'checked', 'synced', 'named', 'listed'])(
    'does no harm to those before it when the process dies once it is %s',
    async (step) => {
      const folder = await filledFolder()
      const first = await makeBackup({ folder, now, why: 'daily' })

      await start('backUp', folder, step).ended
      removePartials(folder)

      expect(await expectGoodBackups(folder)).toBe(step === 'listed' ? 2 : 1)
      expect(listBackups(folder).at(-1)).toEqual(first)
      expect(await makeBackup({ folder, now: now + 1, why: 'daily' })).toMatchObject({ why: 'daily' })
    },
    30_000,
  )
})

describe('bringing a store up to date', () => {
  it('leaves it at one version or the next, whenever the process was killed', async () => {
    const versions = new Set<number>()
    for (let round = 0; round < 40; round++) {
      const file = join(newFolder(), 'kept.db')
      const child = start('migrate', file)
      await child.firstLine
      await sleep(upTo(60))
      await child.kill()
      versions.add(expectOneVersion(file))
      if (round % 8 === 0) finish(file)
    }

    expect(versions.size).toBeGreaterThan(2)
  }, 120_000)
})

/** Nothing of a later step is there, everything of the earlier ones is. */
function expectOneVersion(file: string): number {
  const connection = connect(file)
  const version = versionOf(connection)
  const tables = connection.prepare(
    "select count(*) from sqlite_master where name glob 't[0-9]*' and type = 'table'",
  )
  expect(tables.pluck().get()).toBe(version)
  for (let n = 1; n <= version; n++)
    expect(connection.prepare(`select count(*) from t${n}`).pluck().get()).toBe(100)
  if (version > 0) expect(connection.prepare('select distinct a from t1').pluck().all()).toEqual([version])
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  connection.close()
  return version
}

function finish(file: string): void {
  const connection = connect(file)
  setPragmas(connection)
  migrate(connection, manySteps)
  connection.close()
  expect(expectOneVersion(file)).toBe(manySteps.length)
}

describe('a commit', () => {
  const hasStrace = spawnable('strace', '-V')

  it.skipIf(!hasStrace)(
    'is on the disk before it is reported: a hundred of them ask the disk a hundred times',
    () => {
      const folder = newFolder()
      const log = join(root, 'syncs')
      const traced = [
        '-f',
        '-o',
        log,
        '-e',
        'trace=fsync,fdatasync',
        process.execPath,
        program,
        'commit',
        folder,
        '100',
      ]
      execFileSync('strace', traced)

      const syncs = readFileSync(log, 'utf8').match(/f(data)?sync\(\d+\)/g) ?? []

      expect(syncs.length).toBeGreaterThanOrEqual(100)
    },
    30_000,
  )

  it('waits for another writer instead of failing', async () => {
    const folder = newFolder()
    const store = await open(folder)
    await store.write((db) => seedBusiness(db))
    const child = start('count', store.file, '400')
    await child.firstLine

    for (let round = 0; round < 400; round++)
      await store.write(async (db) => {
        const { calendar_version } = await db.selectFrom('business').selectAll().executeTakeFirstOrThrow()
        await db
          .updateTable('business')
          .set({ calendar_version: calendar_version + 1 })
          .execute()
      })
    await child.ended

    expect(child.said).toEqual(['ready', 'done'])
    const business = await store.read.selectFrom('business').selectAll().executeTakeFirstOrThrow()
    expect(business.calendar_version).toBe(801)
    await store.close()
  }, 60_000)

  it('would fail at once where it began by reading only, as ours never do', async () => {
    const store = await open(newFolder())
    await store.write((db) => seedBusiness(db))
    const deferred = connect(store.file)
    deferred.exec('begin; select * from business')
    await store.write((db) => db.updateTable('business').set({ pack: 'florist' }).execute())

    expect(() => deferred.exec("update business set pack = 'caterer'")).toThrow('database is locked')

    deferred.close()
    await store.close()
  })
})

function spawnable(program: string, ...given: readonly string[]): boolean {
  try {
    execFileSync(program, given, { stdio: 'ignore' })
    return true
  } catch {
    console.warn(`Skipped: counting what reaches the disk needs ${program}, which is not here.`)
    return false
  }
}

describe('a folder that cannot be written', () => {
  it.skipIf(platform === 'win32')('is named, and nothing in it is opened or changed', async () => {
    const folder = newFolder()
    chmodSync(root, 0o755)
    await (await open(folder)).close()
    chmodSync(folder, 0o555)
    const before = readdirSync(folder)

    const said = await start('openAsNobody', folder).firstLine

    expect(said).toBe(`E_DB_READONLY {"path":"${folder}"}`)
    expect(readdirSync(folder)).toEqual(before)
    expect(existsSync(filesOf(folder).instance)).toBe(false)
  })

  it.skipIf(platform === 'win32')('is named by the file in it that cannot be written', async () => {
    const folder = newFolder()
    chmodSync(root, 0o755)
    await (await open(folder)).close()
    chmodSync(folder, 0o777)
    chmodSync(filesOf(folder).store, 0o400)

    expect(await start('openAsNobody', folder).firstLine).toBe(
      `E_DB_READONLY {"path":"${filesOf(folder).store}"}`,
    )
  })

  it.skipIf(platform === 'win32')('is not made where nothing may be made', async () => {
    const parent = newFolder()
    const folder = join(parent, 'below')
    chmodSync(root, 0o755)
    chmodSync(parent, 0o555)

    expect(await start('openAsNobody', folder).firstLine).toContain('E_DATA_FOLDER')
    expect(await start('openAsNobody', folder).firstLine).toContain('"reason":"permission"')
  })
})
