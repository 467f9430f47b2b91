import type { UpdateState } from '../../shared/domain/update'
import { assertNever } from '../../shared/lib/assert'
import { day, type Instant } from '../../shared/lib/time'
import { say } from '../../shared/words/say'

/** What a click on the entry of the menu does. Nothing is fetched or installed without one. */
export type UpdateAct = 'look' | 'fetch' | 'install'

/** Whether a newer Kept is to be looked for: once a day, and again where the clock was set back. */
export const isLookDue = (lookedAt: Instant | null, now: Instant): boolean =>
  lookedAt === null || now - lookedAt >= day || now < lookedAt

/** The one entry of the menu, and what a click on it does; null where there is nothing to do but wait. */
export function entryOf(state: UpdateState): { readonly label: string; readonly act: UpdateAct | null } {
  switch (state.kind) {
    case 'unknown':
      return { label: say('update.look'), act: 'look' }
    case 'looking':
      return { label: say('update.looking'), act: null }
    case 'newest':
      return { label: say('update.newest'), act: 'look' }
    case 'found':
      return { label: say('update.found', { version: state.version }), act: 'fetch' }
    case 'fetching':
      return { label: say('update.fetching', { version: state.version }), act: null }
    case 'ready':
      return { label: say('update.ready', { version: state.version }), act: 'install' }
    case 'failed':
      return { label: say(failures[state.code]), act: 'look' }
    default:
      return assertNever(state)
  }
}

const failures = {
  E_UPDATE_UNREACHABLE: 'update.unreachable',
  E_UPDATE_INVALID: 'update.invalid',
} as const
