import type { Push } from '../shared/api/pushes'
import type { Instant } from '../shared/lib/time'
import type { Backend } from './api/backend'

/** A backend that stays the same for its callers while another takes its place behind it. */
export type BackendSwitch = {
  readonly backend: Backend
  /** From here on the other one answers, and every window asks again. */
  readonly turnTo: (next: Backend, now: Instant) => void
}

export function createSwitch(first: Backend): BackendSwitch {
  const listeners = new Set<(push: Push) => void>()
  const tell = (push: Push) => listeners.forEach((listener) => listener(push))
  const state = { current: first, forget: first.onPush(tell) }
  return {
    backend: {
      answer: (name, input) => state.current.answer(name, input),
      push: tell,
      onPush(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    turnTo(next, now) {
      state.forget()
      state.current = next
      state.forget = next.onPush(tell)
      tell({ kind: 'changed', now })
    },
  }
}
