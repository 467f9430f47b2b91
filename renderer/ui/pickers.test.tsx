import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Combobox } from './Combobox'
import { MoreMenu } from './MoreMenu'

beforeAll(() => {
  // jsdom does not have it; ids in these tests need no escaping.
  vi.stubGlobal('CSS', { escape: (text: string) => text })
})

afterEach(cleanup)

const clients = [
  { id: 'priya', name: 'Priya & Tom', fact: 'Wedding on 12 June' },
  { id: 'zoe', name: 'Zoë Clarke', fact: 'Wedding on 6 March' },
]

function Picker({ told }: { told: (id: string | null) => void }) {
  const [id, setId] = useState<string | null>(null)
  return (
    <Combobox
      label="Client"
      choices={clients}
      value={id}
      onChange={(next) => {
        told(next)
        setId(next)
      }}
    />
  )
}

describe('the client field', () => {
  it('finds by typing, whatever the accents and capitals, and gives what is chosen', async () => {
    const told = vi.fn<(id: string | null) => void>()
    render(<Picker told={told} />)
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Client' })

    await act(async () => field.focus())
    await act(async () => void fireEvent.change(field, { target: { value: 'zoe' } }))
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Zoë ClarkeWedding on 6 March',
    ])
    await act(async () => void fireEvent.click(screen.getByRole('option')))

    expect(told).toHaveBeenLastCalledWith('zoe')
    expect(field.value).toBe('Zoë Clarke')
  })

  it('says so when nothing fits', async () => {
    render(<Picker told={() => undefined} />)
    const field = screen.getByRole('combobox', { name: 'Client' })

    await act(async () => field.focus())
    await act(async () => void fireEvent.change(field, { target: { value: 'nobody' } }))

    expect(screen.getByText('Nothing fits “nobody”')).toBeDefined()
  })
})

describe('the menu behind three dots', () => {
  it('opens, does what is chosen and closes', async () => {
    const archived = vi.fn<() => void>()
    render(
      <MoreMenu
        choices={[
          { id: 'edit', label: 'Edit', onPress: () => undefined },
          { id: 'archive', label: 'Archive', onPress: archived },
        ]}
      />,
    )

    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'More' })))
    await act(async () => void fireEvent.click(screen.getByRole('menuitem', { name: 'Archive' })))

    await waitFor(() => expect(archived).toHaveBeenCalledOnce())
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('begins what is chosen from its button, though the menu has not given the focus back yet', async () => {
    const from: (Element | null)[] = []
    render(
      <MoreMenu
        choices={[{ id: 'edit', label: 'Edit', onPress: () => void from.push(document.activeElement) }]}
      />,
    )
    const button = screen.getByRole('button', { name: 'More' })

    await act(async () => void fireEvent.click(button))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }))
    act(() => (document.activeElement as HTMLElement).blur())

    await waitFor(() => expect(from).toEqual([button]))
  })
})
