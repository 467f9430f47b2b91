import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'

export const recovery: Answers<Api['recovery']> = {
  show: ({ host }) => host.recovery.missing(),

  async restore({ host }, { file }) {
    await host.recovery.restore(file)
    return null
  },

  async choose({ host }, { file }) {
    await host.recovery.choose(file)
    return null
  },

  async startEmpty({ host }) {
    await host.recovery.startEmpty()
    return null
  },
}
