import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { CompiledQuery, Selectable } from 'kysely'
import { connect } from './connection'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { setMemoryPragmas } from './pragmas'
import { insertRow } from './record'
import type { BusinessRow, Schema, StandardRow, WriteDb } from './schema'
import { selectRows } from './statements'
import { storeOf, type Store } from './store'

/** A store in memory, migrated, of a business in London with the planner's standards, open Mon–Fri 9:00–17:30. */
export async function openTestDatabase(): Promise<Store> {
  const store = openEmptyDatabase()
  await store.write((db) => seedBusiness(db))
  return store
}

/** A store in memory, migrated, with nothing in it. */
export function openEmptyDatabase(): Store {
  const connection = connect(':memory:')
  setMemoryPragmas(connection)
  migrate(connection, migrations)
  return storeOf(connection, ':memory:')
}

/** Puts in the business, its week and its standards; say only what differs. Replaces what was there. */
export async function seedBusiness(
  db: WriteDb,
  differences: Partial<BusinessRow & Omit<StandardRow, 'id'>> = {},
): Promise<StandardRow> {
  const differing = <T extends object>(usual: T): T =>
    Object.assign(usual, Object.fromEntries(Object.entries(differences).filter(([name]) => name in usual)))
  await db.deleteFrom('business').execute()
  await db.deleteFrom('span').execute()
  await insertRow(db, 'business', differing({ ...plannerBusiness }))
  for (const weekday of [1, 2, 3, 4, 5])
    await insertRow(db, 'span', { weekday, opens_at: '09:00', closes_at: '17:30' })
  return insertRow(db, 'standard', differing({ ...plannerStandard }))
}

/** A planner's business in London, as a row. */
export const plannerBusiness = {
  id: 1,
  user_name: 'Hazel Marsh',
  business_name: 'Marsh Weddings',
  signature: 'Hazel Marsh\nMarsh Weddings',
  zone: 'Europe/London',
  country: 'GB',
  region: null,
  currency: 'GBP',
  language: 'en',
  calendar_version: 1,
  sample_pack: null,
  pack: 'wedding-planner',
}

/** The planner's standards, as a row. */
export const plannerStandard = {
  from_at: 0,
  ack_minutes: 240,
  answer_days: 1,
  inquiry_ack_minutes: 60,
  inquiry_answer_days: 1,
  event_week_ack_minutes: 60,
  event_week_answer_days: 0,
  cadence_days: 14,
  cadence_near_days: 7,
  cadence_last_days: 1,
  promises_a_day: 3,
  budget_minor: 120_000,
  client_budget_minor: 12_000,
}

/** Every row of a table, in the order they were made. */
export const rowsOf = <T extends keyof Schema>(store: Store, table: T) =>
  selectRows<Selectable<Schema[T]>>(store.read, `select * from "${table}" order by id`)

/** Every row of every table as one hash: equal before and after where nothing was written. */
export async function hashOfStore(store: Store): Promise<string> {
  const hash = createHash('sha256')
  const tables = await selectRows<{ name: string }>(
    store.read,
    "select name from sqlite_schema where type = 'table' order by name",
  )
  for (const { name } of tables)
    hash.update(name + JSON.stringify(await selectRows(store.read, `select * from "${name}"`)))
  return hash.digest('hex')
}

/** How SQLite would run a query, one step a line: tests look in it for the index they expect. */
export async function planOf(store: Store, query: { compile(): CompiledQuery } | string): Promise<string> {
  const text = typeof query === 'string' ? query : query.compile().sql
  const blanks = Array.from(text.matchAll(/\?/g), () => null)
  const steps = await selectRows<{ detail: string }>(store.read, `explain query plan ${text}`, blanks)
  return steps.map((step) => step.detail).join('\n')
}

/** Bundles a program of the checkout for a process of its own and says where it lies. */
export const bundleProgram = (script: string): string =>
  execFileSync(process.execPath, ['build/bundle.ts', script], { encoding: 'utf8' })

/** A program started in a process of its own; it is killed with -9 if the test has not ended it. */
export function startProgram(program: string, ...given: readonly string[]): Started {
  const child = spawn(process.execPath, [program, ...given], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => void said.push(line))
  const firstLine = new Promise<string>((resolve) => {
    lines.once('line', resolve)
    void ended.then(() => resolve(''))
  })
  const end = () => {
    child.kill('SIGKILL')
    return ended
  }
  return { firstLine, said, ended, kill: end, stop: () => (child.stdin.end(), ended) }
}

/** A running program: what it has said so far, a line each, and how it is ended. */
export type Started = {
  /** '' where it ended without a word. */
  readonly firstLine: Promise<string>
  readonly said: readonly string[]
  readonly ended: Promise<void>
  /** As a power cut to this one process: nothing in it runs any more. */
  readonly kill: () => Promise<void>
  /** Ends its input and waits. */
  readonly stop: () => Promise<void>
}
