import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openTestBackend } from '../../electron/testing'
import { App } from '../App'
import { press, renderScreen } from '../testing'
import { unreachable, type Wire } from '../wire'
import { LostNotice } from './LostNotice'
import { watchWire } from './watch-wire'

describe('a host that does not answer', () => {
  it('is told calmly, leaves the page as it is, and is back by itself', async () => {
    const host = { isGone: false }
    const backend = await openTestBackend()
    const cut = (wire: Wire) =>
      watchWire({
        ...wire,
        ask: async (name, input) => (host.isGone ? unreachable(backend.now()) : wire.ask(name, input)),
      })
    const watched: { wire?: ReturnType<typeof cut> } = {}
    const wire = (over: Wire) => (watched.wire = cut(over))
    await renderScreen(<WithNotice of={() => watched.wire} />, { backend, wire })
    await screen.findByText('6 h 50 m left today')

    host.isGone = true
    press('z')
    await screen.findByText(/Kept is not answering just now\. What you see/)
    expect(screen.getByText('Nobody is waiting to hear from you.')).toBeDefined()

    host.isGone = false
    await waitFor(() => expect(screen.queryByText(/What you see/)).toBeNull(), { timeout: 3_000 })
  })
})

function WithNotice({ of }: { of: () => ReturnType<typeof watchWire> | undefined }) {
  const wire = of()
  return (
    <>
      <App />
      {wire && <LostNotice wire={wire} />}
    </>
  )
}
