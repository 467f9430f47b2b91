import { describe, expect, it } from 'vitest'
import { clientsPage, type ClientFilter } from './client-list'
import { nextByName, previousByName } from './client-page'
import { openTestDatabase, planOf } from './testing'

const everybody: ClientFilter = { text: null, stage: null, isArchived: false }
const page = { today: '2026-11-24', offset: 0, limit: 100 }

describe('a page of clients', () => {
  it.each([
    ['everybody', everybody, 'SCAN client USING INDEX client_active_by_name'],
    ['a stage', { ...everybody, stage: 'past' }, 'SCAN client USING INDEX client_active_by_name'],
    ['the archived', { ...everybody, isArchived: true }, 'SCAN client USING INDEX client_archived_by_name'],
    ['a text', { ...everybody, text: 'priya' }, 'SEARCH client USING INTEGER PRIMARY KEY'],
  ] as const)('of %s is read by indexes alone', async (_, filter, step) => {
    const store = await openTestDatabase()

    const plan = await planOf(store, clientsPage(filter, page).text)

    expect(plan).toContain(step)
    expect(plan).toContain('SEARCH promise USING COVERING INDEX promise_open_by_client')
    expect(plan).toContain('SEARCH wait USING INDEX wait_open_by_client')
    expect(
      plan.replaceAll(/SCAN (client|address) USING .*INDEX|SCAN \w+_search|SCAN page/g, ''),
    ).not.toContain('SCAN')
    await store.close()
  })

  it.each([
    ['next', nextByName],
    ['previous', previousByName],
  ])('knows the %s client from the index of names', async (_, text) => {
    const store = await openTestDatabase()

    expect(await planOf(store, text)).toBe(
      `SEARCH client USING INDEX client_active_by_name (name${text === nextByName ? '>' : '<'}?)`,
    )
    await store.close()
  })
})
