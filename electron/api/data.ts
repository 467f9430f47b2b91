import { forgetOldChanges } from '../../db/forget'
import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'

export const data: Answers<Api['data']> = {
  async show({ host }) {
    return { store: host.storeFile, backups: await host.listBackups(), version: host.version }
  },

  async backUp({ host, now, write }, { why }) {
    const backup = await host.backUp(why, now)
    if (why === 'daily') await write((db) => forgetOldChanges(db, now))
    return backup
  },
}
