import type { Wire } from './wire'

/** A wire that knows whether the host answers, and tells when that changes. */
export type WatchedWire = Wire & {
  readonly isLost: () => boolean
  readonly onLost: (changed: () => void) => () => void
}

/** Watches a wire by what comes back over it. */
export function watchWire(wire: Wire): WatchedWire {
  let isLost = false
  const listeners = new Set<() => void>()
  const set = (lost: boolean) => {
    if (lost === isLost) return
    isLost = lost
    listeners.forEach((changed) => changed())
  }
  return {
    async ask(name, input) {
      const reply = await wire.ask(name, input)
      set(!reply.ok && reply.error.code === 'E_HOST_GONE')
      return reply
    },
    onPush: (listener, onGap) => wire.onPush(listener, onGap),
    isLost: () => isLost,
    onLost(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
}
