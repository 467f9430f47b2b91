import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connect } from './connection'
import { withIdleCheckpoints } from './idle'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { setPragmas } from './pragmas'
import { storeOf, type Store } from './store'
import { seedBusiness } from './testing'

let folder = ''
let store: Store

beforeEach(() => {
  vi.useFakeTimers()
  folder = mkdtempSync(join(tmpdir(), 'kept-idle-'))
  const file = join(folder, 'kept.db')
  const connection = connect(file)
  setPragmas(connection)
  migrate(connection, migrations)
  store = withIdleCheckpoints(storeOf(connection, file))
})
afterEach(async () => {
  await store.close()
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const write = () => store.write((db) => seedBusiness(db))
const logSize = () => statSync(`${store.file}-wal`).size

it('puts the log into the file five seconds after the last commit', async () => {
  await write()
  await vi.advanceTimersByTimeAsync(4_900)
  expect(logSize()).toBeGreaterThan(0)

  await vi.advanceTimersByTimeAsync(200)

  expect(logSize()).toBe(0)
})

it('does so at the latest thirty seconds after the first of many commits', async () => {
  for (let second = 0; second < 29; second++) {
    await write()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(logSize()).toBeGreaterThan(0)
  }

  await write()
  await vi.advanceTimersByTimeAsync(1_000)

  expect(logSize()).toBe(0)
})

it('tries again while somebody reads', async () => {
  await write()
  const reader = connect(store.file, { isReader: true })
  reader.exec('begin; select * from business')
  await write()
  await vi.advanceTimersByTimeAsync(6_000)
  expect(logSize()).toBeGreaterThan(0)

  reader.close()
  await vi.advanceTimersByTimeAsync(5_000)

  expect(logSize()).toBe(0)
})
