import { describe, expect, it } from 'vitest'
import { openTestDatabase, planOf } from './testing'
import { lastEnd, openWaitsOfClient, promisedWaitsOfClient } from './waits'

describe('the waits of a client', () => {
  it.each([
    ['that are open', openWaitsOfClient, 'wait_open_by_client'],
    ['whose answer is promised', promisedWaitsOfClient, 'promise_open_by_client'],
    ['and when a conversation’s last one ended', lastEnd, 'wait_ended_by_conversation'],
  ])('%s are found without walking its history', async (_, text, index) => {
    const store = await openTestDatabase()

    const plan = await planOf(store, text)

    expect(plan).toContain(index)
    expect(plan).not.toContain('SCAN')
    await store.close()
  })
})
