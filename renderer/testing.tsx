import { act, cleanup, configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { openTestBackend, type TestBackend } from '../electron/testing'
import { at } from '../shared/testing'
import { Connected } from './Connected'
import { hostClock } from './host-clock'
import type { Wire } from './wire'

// A real backend on a busy machine may take its time; what never comes is still noticed.
configure({ asyncUtilTimeout: 12_000 })

/** A screen under test on a real backend in memory. */
export type ShownScreen = {
  readonly backend: TestBackend
  /** Moves the clock of the host on to `moment`, written 'Tue 2026-11-24 10:40', and lets the window know. */
  readonly setNow: (moment: string) => void
}

/** What a screen is shown on. */
export type ScreenOptions = {
  /** A backend in memory and what stands in it; an empty one where none is given. */
  readonly backend?: TestBackend
  /** Goes between the screen and the backend, or takes its place. */
  readonly wire?: (wire: Wire) => Wire
  /** The fragment of the address: '#/clients/1'. */
  readonly address?: string
}

/**
 * Shows a screen as the window does, asking a real backend on a store in memory, over a wire that carries
 * nothing but JSON. The moment is Tuesday 24 November 2026, 10:40 in London. The screen before it is taken away.
 */
export async function renderScreen(shown: ReactNode, options: ScreenOptions = {}): Promise<ShownScreen> {
  const backend = options.backend ?? (await openTestBackend())
  cleanup()
  window.location.hash = options.address ?? ''
  const clock = hostClock(backend.now(), () => 0)
  const wire = (options.wire ?? same)(wireOf(backend.backend))
  render(<Connected connection={{ wire, clock }}>{shown}</Connected>)
  const setNow = (moment: string) => {
    backend.setNow(at(moment))
    act(() => clock.set(at(moment)))
  }
  return { backend, setNow }
}

/** Presses a key where the focus is, as a person does; 'ctrl+enter' holds a modifier. */
export function press(keys: string): void {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const target = document.activeElement ?? document.body
  const init = {
    key: keyNames[key] ?? key,
    ctrlKey: parts.includes('ctrl'),
    shiftKey: parts.includes('shift'),
  }
  act(() => {
    const isTaken = !target.dispatchEvent(
      new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
    )
    if (!isTaken && init.key === 'Enter' && target instanceof HTMLButtonElement) target.click()
  })
}

const keyNames: Readonly<Record<string, string>> = {
  enter: 'Enter',
  esc: 'Escape',
  down: 'ArrowDown',
  up: 'ArrowUp',
  home: 'Home',
  end: 'End',
}

/** A wire to a backend in the same process that carries nothing but JSON. */
export const wireOf = (backend: Pick<TestBackend['backend'], 'answer' | 'onPush'>): Wire => ({
  ask: async (name, input) => overTheWire(await backend.answer(name, overTheWire(input))),
  onPush: (listener) => backend.onPush(listener),
})

const same = (wire: Wire): Wire => wire

const overTheWire = <T,>(value: T): T => JSON.parse(JSON.stringify(value)) as T
