import type { EventEmitter } from 'node:events'

/** Emits an event that a listener can prevent; true where one did. */
export function preventable(on: EventEmitter, name: string, ...more: readonly unknown[]): boolean {
  const event = { defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
  on.emit(name, event, ...more)
  return event.defaultPrevented
}
