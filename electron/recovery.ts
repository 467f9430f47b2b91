import { chooseStore, findMissing, restoreBackup, startEmpty, type RecoveryOptions } from '../db/recovery'
import { Refusal } from '../shared/lib/refusal'
import type { Recovery } from './api/ports'

const refuse = () => Promise.reject(new Refusal('conflict', 'E_NOTHING_MISSING'))

/** For a host whose store is open. */
export const nothingMissing: Recovery = {
  missing: () => Promise.resolve(null),
  restore: refuse,
  choose: refuse,
  startEmpty: refuse,
}

/** For a host whose store is missing; `then` goes on with the start once a way out was taken. */
export function recoveryOf(options: RecoveryOptions, then: () => Promise<void>): Recovery {
  const take = async (work: () => Promise<void> | void) => {
    await work()
    await then()
  }
  return {
    missing: () => Promise.resolve(findMissing(options)),
    restore: (file) => take(() => restoreBackup(options, file)),
    choose: (file) => take(() => chooseStore(options, file)),
    startEmpty: () => take(() => startEmpty(options)),
  }
}
