import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Button, IconButton } from './Button'
import { ClockRing } from './ClockRing'
import { ConfirmDialog } from './ConfirmDialog'
import { Countdown } from './Countdown'
import { EmptyState } from './EmptyState'
import { CheckIcon } from './icons'
import { KeyStrip } from './KeyStrip'
import { Loading } from './Loading'
import { Notice } from './Notice'
import { Said } from './Said'
import { SectionHeader } from './SectionHeader'
import { ScreenHead, Sheet } from './Sheet'
import { DayLeft, NavItem, NavList, Shell, Sidebar, SidebarButton } from './Shell'
import { StatusLine } from './StatusLine'

afterEach(cleanup)

describe('a button', () => {
  it('is named by its words, not by its key, and says the key apart', () => {
    render(<Button keyCap="Ctrl ↵">Send and move</Button>)

    const button = screen.getByRole('button', { name: 'Send and move' })

    expect(button.getAttribute('aria-keyshortcuts')).toBe('Control+Enter')
    expect(button.getAttribute('type')).toBe('button')
  })

  it('of an icon only is named by its label', () => {
    render(<IconButton label="Close" icon={<CheckIcon />} />)

    expect(screen.getByRole('button', { name: 'Close' })).toBeDefined()
  })
})

describe('the clock ring', () => {
  const dashes = (container: HTMLElement) =>
    container.querySelector('[stroke-dasharray]')?.getAttribute('stroke-dasharray')?.split(' ').map(Number) ??
    []

  it('fills by the share that is used, and never beyond', () => {
    const [used, whole] = dashes(render(<ClockRing share={0.25} tone="calm" />).container)
    const [over, all] = dashes(render(<ClockRing share={1.5} tone="soon" />).container)

    expect((used ?? 0) / (whole ?? 1)).toBeCloseTo(0.25)
    expect(over).toBeCloseTo(all ?? 0)
  })

  it('changes its shape when late, and says nothing aloud', () => {
    const { container } = render(<ClockRing share={1} tone="late" />)

    expect(container.querySelector('path')).not.toBeNull()
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })
})

describe('the status line', () => {
  const strip = <KeyStrip hints={[{ keys: ['↑', '↓'], label: 'Move' }]} />

  it('is a status from the start, so that what comes is read aloud', () => {
    render(<StatusLine message={null} strip={strip} />)

    expect(screen.getByRole('status').textContent).toBe('')
    expect(screen.getByText('Move')).toBeDefined()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('takes the place of the key strip, with Undo', () => {
    const undone = vi.fn<() => void>()
    render(<StatusLine message={{ id: 1, text: 'Acknowledged Margaret.' }} strip={strip} onUndo={undone} />)

    expect(screen.getByRole('status').textContent).toBe('Acknowledged Margaret.')
    expect(screen.queryByText('Move')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(undone).toHaveBeenCalledOnce()
  })

  it('shows no Undo where nothing can be taken back', () => {
    render(
      <StatusLine message={{ id: 1, text: 'Not sent.', isRefusal: true, code: 'E_OFFLINE' }} strip={strip} />,
    )

    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByRole('status').textContent).toBe('Not sent.Code: E_OFFLINE')
  })

  it('tells when it is pointed at, so that it may stay', () => {
    const held = vi.fn<(isHeld: boolean) => void>()
    render(
      <StatusLine message={{ id: 1, text: 'Kept.' }} strip={strip} onHold={held} onUndo={() => undefined} />,
    )

    fireEvent.focus(screen.getByRole('button'))
    fireEvent.blur(screen.getByRole('button'))

    expect(held.mock.calls).toEqual([[true], [false]])
  })
})

describe('a notice', () => {
  it('says the sentence as it stands and keeps the code in its details', () => {
    render(<Notice code="E_DB_READONLY">The folder cannot be written.</Notice>)

    expect(screen.getByRole('alert').textContent).toContain('The folder cannot be written.')
    expect(screen.getByText('Code: E_DB_READONLY').closest('details')?.open).toBe(false)
  })
})

describe('loading', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows nothing for what comes at once', () => {
    render(<Loading />)
    act(() => void vi.advanceTimersByTime(199))

    expect(screen.queryByRole('status')).toBeNull()
  })

  it('says so after a fifth of a second', () => {
    render(<Loading />)
    act(() => void vi.advanceTimersByTime(200))

    expect(screen.getByRole('status').textContent).toBe('Loading…')
  })
})

describe('a said sentence', () => {
  it('makes links of its tagged pieces and leaves the rest as text', () => {
    const pressed = vi.fn<() => void>()
    const parts = [
      { tag: 'waiting', text: '3 people' },
      { tag: null, text: ' are waiting, and ' },
      { tag: 'due', text: '2 promises' },
      { tag: 'other', text: ' are due.' },
    ]
    render(
      <p>
        <Said parts={parts} links={{ waiting: pressed, due: '#/promises' }} />
      </p>,
    )

    fireEvent.click(screen.getByRole('button', { name: '3 people' }))

    expect(pressed).toHaveBeenCalledOnce()
    expect(screen.getByRole('link', { name: '2 promises' }).getAttribute('href')).toBe('#/promises')
    expect(screen.getByText(/are waiting/).textContent).toBe('3 people are waiting, and 2 promises are due.')
  })
})

const isFollowing = (position: number) => (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

describe('the shell', () => {
  it('has its landmarks in reading order, and a way past the sidebar', () => {
    render(
      <Shell
        sidebar={
          <Sidebar
            label="Kept"
            brand="Kept"
            top={
              <SidebarButton icon={<CheckIcon />} keyCap="C">
                Compose
              </SidebarButton>
            }
            nav={
              <NavList>
                <NavItem href="#/" icon={<CheckIcon />} count={7} isCurrent>
                  Today
                </NavItem>
                <NavItem href="#/clients" icon={<CheckIcon />} count={0}>
                  Clients
                </NavItem>
              </NavList>
            }
            foot={<DayLeft title="Open until 17:30" text="6 h 50 m left today" share={0.2} />}
          />
        }
      >
        <Sheet rail="Soon" railLabel="Coming up" foot="Keys">
          <ScreenHead moment="Tuesday" sentence="Everyone has an answer." context="Next is…" />
          <SectionHeader id="w" title="Waiting for a reply" count={3} note="Within 4 hours" />
          <EmptyState next="Add one.">No clients yet.</EmptyState>
          <Countdown figure="200" words="days to go" />
        </Sheet>
      </Shell>,
    )

    const landmarks = ['banner', 'navigation', 'main', 'complementary', 'contentinfo'].map((role) =>
      screen.getByRole(role),
    )
    for (const [index, landmark] of landmarks.slice(1).entries())
      expect(landmarks[index]?.compareDocumentPosition(landmark)).toSatisfy(isFollowing)
    expect(screen.getByRole('link', { name: /Today/ }).getAttribute('aria-current')).toBe('page')
    expect(screen.getByRole('link', { name: /Clients/ }).textContent).toBe('Clients')
    expect(screen.getAllByRole('heading').map((heading) => heading.tagName)).toEqual(['H1', 'H2'])
    fireEvent.click(screen.getByRole('link', { name: 'Skip to the page' }))
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })
})

describe('the one confirmation', () => {
  beforeEach(() => {
    // jsdom knows the element but not its way of opening.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true
    }
  })

  it('names what will be gone, begins on Cancel and does what it is told', () => {
    const [confirmed, cancelled] = [vi.fn<() => void>(), vi.fn<() => void>()]
    render(
      <ConfirmDialog title="Clear all data?" confirmLabel="Clear" onConfirm={confirmed} onCancel={cancelled}>
        23 clients will be gone.
      </ConfirmDialog>,
    )

    expect(screen.getByRole('dialog', { name: 'Clear all data?' })).toBeDefined()
    expect(document.activeElement?.textContent).toBe('Cancel')
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }))
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))

    expect([confirmed, cancelled].map((mock) => mock.mock.calls.length)).toEqual([1, 1])
  })
})
