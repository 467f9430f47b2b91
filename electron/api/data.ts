import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'

export const data: Answers<Api['data']> = {
  async show({ host }) {
    return { store: host.storeFile, backups: await host.listBackups(), version: host.version }
  },

  backUp: ({ host, now }, { why }) => host.backUp(why, now),
}
