import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { at } from '../shared/testing'
import { timeAt } from '../shared/words/format'
import { ConnectionProvider } from './api'
import { hostClock } from './host-clock'
import { useNow } from './use-now'

const wire = { ask: () => Promise.reject(new Error('never asked')), onPush: () => () => undefined }

function Clock() {
  return <p>{timeAt(useNow(), 'Europe/London')}</p>
}

const shown = () => screen.getByRole('paragraph').textContent

describe('the moment a screen shows', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })

  it('ticks at the full minute of the host', () => {
    const clock = hostClock(at('Tue 2026-11-24 10:40') + 40_000)
    render(
      <ConnectionProvider value={{ wire, clock }}>
        <Clock />
      </ConnectionProvider>,
    )
    expect(shown()).toBe('10:40')

    act(() => void vi.advanceTimersByTime(19_000))
    expect(shown()).toBe('10:40')
    act(() => void vi.advanceTimersByTime(2_000))
    expect(shown()).toBe('10:41')
    act(() => void vi.advanceTimersByTime(60_000))
    expect(shown()).toBe('10:42')
  })

  it('follows the host when it tells another moment', () => {
    const clock = hostClock(at('Tue 2026-11-24 10:40'))
    render(
      <ConnectionProvider value={{ wire, clock }}>
        <Clock />
      </ConnectionProvider>,
    )

    act(() => clock.set(at('Tue 2026-11-24 16:20')))

    expect(shown()).toBe('16:20')
  })
})
