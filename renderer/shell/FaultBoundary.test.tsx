import { act, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { renderScreen } from '../testing'
import { FaultBoundary } from './FaultBoundary'

describe('a screen that breaks', () => {
  it('says so, and is drawn again when asked', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const fault = { isThere: true }
    const Broken = () => {
      if (fault.isThere) throw new Error('a fault')
      return <p>All well</p>
    }
    await renderScreen(
      <FaultBoundary>
        <Broken />
      </FaultBoundary>,
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page could not be shown.')

    fault.isThere = false
    act(() => screen.getByRole('button', { name: 'Try again' }).click())

    expect(screen.getByText('All well')).toBeDefined()
    silent.mockRestore()
  })
})
