import type { Api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import type { Answers } from './answers'

/** How Kept sits on this computer: the shell's own matter, so it is asked. */
export const desk: Answers<Api['desk']> = {
  show: async ({ host }) => (host.shell.desk === null ? null : host.shell.desk.show()),

  async change({ host }, details) {
    if (host.shell.desk === null) throw new Refusal('not-allowed', 'E_DESK_BROWSER')
    return host.shell.desk.change(details)
  },
}
