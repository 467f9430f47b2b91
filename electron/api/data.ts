import { forgetOldChanges } from '../../db/forget'
import type { Api } from '../../shared/api/index'
import { isOffByDays } from '../../shared/rules/clock-jump'
import type { Answers } from './answers'

export const data: Answers<Api['data']> = {
  async show({ host }) {
    return { store: host.storeFile, backups: await host.listBackups(), version: host.version }
  },

  async backUp({ host, now, write }, { why }) {
    await host.clockWatch.look()
    const backup = await host.backUp(why, now)
    // By a clock that may be wrong, nothing is old.
    const isOff = isOffByDays(host.clockWatch.movedBy())
    if (why === 'daily' && !isOff) await write((db) => forgetOldChanges(db, now))
    return backup
  },
}
