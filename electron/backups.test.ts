import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readChecked } from '../db/backup-check'
import { openStore, type OpenStore } from '../db/open'
import { insertRow } from '../db/record'
import { bundleProgram, seedBusiness } from '../db/testing'
import { createBackups } from './backups'

const root = mkdtempSync(join(tmpdir(), 'kept-backups-'))
const now = Date.UTC(2026, 10, 24, 10, 40)
let workerFile = ''
let store: OpenStore

const addClient = (name: string) =>
  store.write((db) => insertRow(db, 'client', { name, stage: 'current', added_at: 0 }))

beforeAll(async () => {
  workerFile = bundleProgram('electron/workers/backup.ts')
  store = await openStore({ folder: root, now, version: '0.1.0' })
  await store.write((db) => seedBusiness(db))
  await addClient('Ann & Bob')
})
afterAll(async () => {
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

describe('the backups of a store', () => {
  it('are made by a worker while the store is open, and listed newest first', async () => {
    const backups = createBackups(root, workerFile)

    const [first, second] = await Promise.all([
      backups.backUp('by-hand', now),
      backups.backUp('daily', now + 1),
    ])

    expect(first).toEqual({ file: first?.file, at: now, bytes: first?.bytes, why: 'by-hand' })
    expect(await backups.list()).toEqual([second, first])
    expect(readChecked(first?.file ?? '').rows.get('client')).toBe(1)
  })

  it('hold up no writing, and are good although others write all the time', async () => {
    const backups = createBackups(root, workerFile)
    let isDone = false
    const backup = backups.backUp('by-hand', now).finally(() => (isDone = true))

    let written = 0
    while (!isDone) {
      await addClient(`Client ${(written += 1)}`)
      await new Promise((resolve) => setImmediate(resolve))
    }

    expect(written).toBeGreaterThan(5)
    const { file } = await backup
    expect(readChecked(file).rows.get('client')).toBeGreaterThan(0)
  })

  it('say in the words of a refusal why none was made, and go on', async () => {
    const backups = createBackups(join(root, 'nowhere'), workerFile)

    for (let round = 0; round < 2; round++)
      await expect(backups.backUp('daily', now)).rejects.toMatchObject({
        kind: 'unreachable',
        code: 'E_BACKUP_FAILED',
      })
  })
})
