import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openTestBackend } from '../../electron/testing'
import { App } from '../App'
import { press, renderScreen } from '../testing'
import { unreachable, type Wire } from '../wire'

describe('a host that does not answer', () => {
  it('is told calmly, leaves the page and its clock as they are, and is back by itself', async () => {
    const host = { isGone: false }
    const backend = await openTestBackend()
    const cut = (wire: Wire): Wire => ({
      ...wire,
      ask: async (name, input) => (host.isGone ? unreachable(0) : wire.ask(name, input)),
    })
    await renderScreen(<App />, { backend, wire: cut })
    await screen.findByText('6 h 50 m left today')

    host.isGone = true
    press('z')
    await screen.findByText(/Kept is not answering just now\. What you see/)
    expect(screen.getByText('Nobody is waiting to hear from you.')).toBeDefined()
    expect(screen.getByText('6 h 50 m left today')).toBeDefined()

    host.isGone = false
    await waitFor(() => expect(screen.queryByText(/What you see/)).toBeNull(), { timeout: 3_000 })
  })
})
