import type { Extra } from '../domain/extra'
import { Refusal } from '../lib/refusal'
import type { Day } from '../lib/time'

/** The extra, given on this day. Refuses E_EXTRA_ENDED and E_EXTRA_GIVEN_ON. */
export function giveExtra(extra: Extra, on: Day, today: Day): Extra {
  refuseEnded(extra)
  refuseGivenOn('given', on, today)
  return { ...extra, state: 'given', givenOn: on }
}

/** The extra that will be given. Refuses E_EXTRA_ENDED. */
export function planExtra(extra: Extra): Extra {
  refuseEnded(extra)
  return { ...extra, state: 'planned' }
}

/** The extra that was put aside; the day keeps it from being suggested again for a year. Refuses E_EXTRA_ENDED. */
export function declineExtra(extra: Extra, today: Day): Extra {
  refuseEnded(extra)
  return { ...extra, state: 'declined', suggestedOn: extra.suggestedOn ?? today }
}

/** Refuses E_EXTRA_GIVEN_ON: what was given has a day that is not ahead, and nothing else has one. */
export function refuseGivenOn(state: Extra['state'], givenOn: Day | null, today: Day): void {
  const isRight = state === 'given' ? givenOn !== null && givenOn <= today : givenOn === null
  if (!isRight) throw new Refusal('invalid', 'E_EXTRA_GIVEN_ON', { givenOn })
}

function refuseEnded({ what, state }: Extra): void {
  if (state === 'given' || state === 'declined')
    throw new Refusal('conflict', 'E_EXTRA_ENDED', { what, state })
}
