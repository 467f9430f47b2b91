import { describe, expect, it } from 'vitest'
import { lastNote, notesSince, promisesTold, waitsTold } from './notes'
import { notInTime, nudgesByNote, unseenNudges } from './nudges'
import { keptNudges, nextPromise, openPromises, openSnoozes, openWaits } from './nudges-open'
import { openTestDatabase, planOf } from './testing'

describe('what reminders read every half minute', () => {
  it.each([
    ['who waits', openWaits, ['wait_open_by_due']],
    ['promises whose day has come', openPromises, ['promise_open_by_own_day']],
    ['the next promise', nextPromise, ['promise_open_by_day']],
    [
      'what was told of it',
      keptNudges,
      ['wait_open_by_due', 'promise_open_by_own_day', 'sqlite_autoindex_nudge_1'],
    ],
    ['what is put aside', openSnoozes, ['snooze_open']],
    ['the notes of the last hour', notesSince, ['note_by_time', 'nudge_by_note']],
    ['the last note', lastNote, ['note_by_time']],
  ])('%s is found by open rows only', async (_, text, indexes) => {
    const store = await openTestDatabase()

    const plan = await planOf(store, text)

    for (const index of indexes) expect(plan).toContain(index)
    expect(withoutOpenRows(plan)).not.toMatch(/SCAN (?:wait|promise|nudge|note|client|snooze)(?! USING)/)
    await store.close()
  })
})

describe('what a note says and does', () => {
  it.each([
    ['the waits', waitsTold],
    ['the promises', promisesTold],
    ['the nudges of a note', nudgesByNote],
    ['earlier stages', unseenNudges],
    ['what came late', notInTime],
  ])('%s are found by an index', async (_, text) => {
    const store = await openTestDatabase()

    const plan = await planOf(store, text)

    expect(plan).not.toMatch(/SCAN (?!wanted|told|CONSTANT)/)
    await store.close()
  })
})

/** An index that holds open rows only may be walked. */
const withoutOpenRows = (plan: string) =>
  plan.replaceAll(/SCAN \w+ USING (?:COVERING )?INDEX \w*open\w*/g, '')
