import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { KeysProvider } from './KeysProvider'
import { Peek } from './Peek'
import { Row, RowAction, RowLink } from './Row'
import { RowGroup } from './RowGroup'
import { RowList } from './RowList'
import { useKeys } from './use-keys'

afterEach(cleanup)

type Done = (what: string) => void

const people = ['sofia', 'imogen', 'tom']

function Desk({
  done = () => undefined,
  first = people,
  second = ['grace'],
  peekOf,
}: {
  done?: Done
  first?: readonly string[]
  second?: readonly string[]
  peekOf?: string
}) {
  const row = (id: string) => (
    <Row
      key={id}
      id={id}
      when="1 h left"
      who={<RowLink href={`#/${id}`}>{id}</RowLink>}
      what="A question"
      keys={{ n: () => done(`no reply to ${id}`) }}
      onOpen={() => done(`open ${id}`)}
      actions={
        <>
          <RowAction letter="A" kind="filled" onClick={() => done(`acknowledge ${id}`)}>
            Acknowledge
          </RowAction>
          <RowAction letter="R" disabled={id === 'tom'} onClick={() => done(`reply ${id}`)}>
            Reply
          </RowAction>
        </>
      }
      peek={
        peekOf === id && (
          <Peek label="Move the date" onClose={() => done('closed')}>
            <button>Inside</button>
          </Peek>
        )
      }
    />
  )
  return (
    <KeysProvider>
      <PageKeys done={done} />
      <RowGroup takesFocus>
        <RowList label="Waiting">{first.map(row)}</RowList>
        <RowList label="Due">{second.map(row)}</RowList>
      </RowGroup>
      <label>
        Note <input />
      </label>
    </KeysProvider>
  )
}

function PageKeys({ done }: { done: Done }) {
  useKeys({
    a: () => done('page a'),
    'g t': () => done('go to Today'),
    'g n': () => done('go to Insights'),
    '?': () => done('shortcuts'),
  })
  return null
}

const rowOf = (name: string) => {
  const row = screen.getByText(name).closest('li')
  if (!row) throw new Error(`No row of ${name}`)
  return row
}

const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })

const tabStops = () => screen.getAllByRole('listitem').filter((row) => row.tabIndex === 0)

describe('rows', () => {
  it('are one tab stop, the first row to begin with, focused when the screen opens', () => {
    render(<Desk />)

    expect(tabStops()).toEqual([rowOf('sofia')])
    expect(document.activeElement).toBe(rowOf('sofia'))
  })

  it('are named by their three columns', () => {
    render(<Desk />)

    expect(screen.getByRole('listitem', { name: '1 h left sofia A question' })).toBeDefined()
  })

  it('move with the arrows, over the border of a list, and stop at the ends', () => {
    render(<Desk />)

    press('ArrowUp')
    expect(document.activeElement).toBe(rowOf('sofia'))
    for (const _ of [1, 2, 3, 4]) press('ArrowDown')

    expect(document.activeElement).toBe(rowOf('grace'))
    expect(tabStops()).toEqual([rowOf('grace')])
  })

  it('jump with Home and End', () => {
    render(<Desk />)

    press('End')
    expect(document.activeElement).toBe(rowOf('grace'))
    press('Home')
    expect(document.activeElement).toBe(rowOf('sofia'))
  })

  it('do not move with J and K, since K keeps a promise', () => {
    render(<Desk />)

    press('j')
    press('k')

    expect(document.activeElement).toBe(rowOf('sofia'))
  })

  it('open with Enter, on the row and not on its buttons', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} />)

    press('Enter')
    expect(done.mock.calls).toEqual([['open sofia']])
    within(rowOf('sofia')).getByRole('button', { name: 'Acknowledge' }).focus()
    press('Enter')

    expect(done).toHaveBeenCalledTimes(1)
  })

  it('print their keys on the selected row only, and only there their buttons are reached by Tab', () => {
    render(<Desk />)
    const caps = () => [...document.querySelectorAll('kbd')].map((cap) => cap.closest('li'))

    expect(caps()).toEqual([rowOf('sofia'), rowOf('sofia')])
    press('ArrowDown')

    expect(caps()).toEqual([rowOf('imogen'), rowOf('imogen')])
    const stops = screen.getAllByRole('button').filter((button) => button.tabIndex === 0)
    expect(stops.map((button) => button.closest('li'))).toEqual([rowOf('imogen'), rowOf('imogen')])
    expect(screen.getAllByRole('link').map((link) => link.tabIndex)).toEqual([-1, 0, -1, -1])
  })
})

describe('letters', () => {
  it('press the button of the selected row, before any key of the page', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} />)

    press('ArrowDown')
    press('a')
    press('R')

    expect(done.mock.calls).toEqual([['acknowledge imogen'], ['reply imogen']])
  })

  it('reach keys that no button prints', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} />)

    press('n')

    expect(done.mock.calls).toEqual([['no reply to sofia']])
  })

  it('do nothing where the button cannot be pressed', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} />)

    press('ArrowDown')
    press('ArrowDown')
    press('r')

    expect(done).not.toHaveBeenCalled()
  })

  it('belong to a sequence that has begun', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} />)

    press('g')
    press('n')
    press('n')

    expect(done.mock.calls).toEqual([['go to Insights'], ['no reply to sofia']])
  })

  it('are off while something is typed', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} />)

    screen.getByRole('textbox').focus()
    press('a')
    press('g')
    press('t')
    press('?')

    expect(done).not.toHaveBeenCalled()
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }])(
    'are off with %o',
    (held) => {
      const done = vi.fn<Done>()
      render(<Desk done={done} />)

      press('a', held)

      expect(done).not.toHaveBeenCalled()
    },
  )

  it('are off under an open dialog', () => {
    const done = vi.fn<Done>()
    render(
      <>
        <Desk done={done} />
        <div role="dialog" />
      </>,
    )

    press('a')

    expect(done).not.toHaveBeenCalled()
  })
})

describe('rows that go', () => {
  it('leave the selection at their place, and the focus with it', async () => {
    const { rerender } = render(<Desk />)
    press('ArrowDown')

    await act(async () => rerender(<Desk first={['sofia', 'tom']} />))

    expect(tabStops()).toEqual([rowOf('tom')])
    expect(document.activeElement).toBe(rowOf('tom'))
  })

  it('leave it on the last row when they were last', async () => {
    const { rerender } = render(<Desk />)
    press('End')

    await act(async () => rerender(<Desk second={[]} />))

    expect(tabStops()).toEqual([rowOf('tom')])
  })

  it('keep it on its row when others go', async () => {
    const { rerender } = render(<Desk />)
    press('End')

    await act(async () => rerender(<Desk first={['tom']} />))

    expect(tabStops()).toEqual([rowOf('grace')])
  })

  it('are told of where only a part of the screen was drawn anew', async () => {
    function Part() {
      const [ids, setIds] = useState(people)
      return (
        <>
          <button onClick={() => setIds(['tom'])}>Less</button>
          <RowList label="Part">
            {ids.map((id) => (
              <Row key={id} id={id} when="" who={id} what="" />
            ))}
          </RowList>
        </>
      )
    }
    render(
      <RowGroup>
        <Part />
      </RowGroup>,
    )

    await act(async () => screen.getByRole('button').click())

    expect(tabStops()).toEqual([rowOf('tom')])
  })

  it('tell which row is selected, and that none is', async () => {
    const told = vi.fn<(id: string | undefined) => void>()
    const list = (ids: readonly string[]) => (
      <RowGroup onSelect={told}>
        <RowList label="x">
          {ids.map((id) => (
            <Row key={id} id={id} when="" who={id} what="" />
          ))}
        </RowList>
      </RowGroup>
    )
    const { rerender } = render(list(['a', 'b']))

    await act(async () => rerender(list([])))

    expect(told.mock.calls).toEqual([['a'], [undefined]])
  })
})

describe('a panel under a row', () => {
  it('closes with Esc and gives the focus back to its row', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} peekOf="imogen" />)
    screen.getByRole('button', { name: 'Inside' }).focus()

    press('Escape')

    expect(done.mock.calls).toEqual([['closed']])
    expect(document.activeElement).toBe(rowOf('imogen'))
  })

  it('keeps arrows and letters to itself', () => {
    const done = vi.fn<Done>()
    render(<Desk done={done} peekOf="imogen" />)
    const inside = screen.getByRole('button', { name: 'Inside' })
    inside.focus()

    press('ArrowDown')
    press('n')

    expect(document.activeElement).toBe(inside)
    expect(done).not.toHaveBeenCalled()
  })
})

describe('a row that is leaving', () => {
  it('is out of reach, and the selection is already on the next', () => {
    const list = (isLeaving: boolean) => (
      <RowGroup takesFocus>
        <RowList label="x">
          <Row id="a" when="" who="a" what="" isLeaving={isLeaving} />
          <Row id="b" when="" who="b" what="" />
        </RowList>
      </RowGroup>
    )
    const { rerender } = render(list(false))

    rerender(list(true))

    expect(tabStops()).toEqual([rowOf('b')])
    expect(rowOf('a').hasAttribute('inert')).toBe(true)
  })
})
