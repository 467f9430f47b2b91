import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'

/** Windows onto the same Kept. */
export const windows: Answers<Api['windows']> = {
  open: async ({ host }) => ({ link: await host.shell.openWindow() }),
}
