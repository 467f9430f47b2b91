import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useFirstRows } from './use-first-rows'

const rows = (count: number) => Array.from({ length: count }, (_, n) => n)

describe('the first rows of a section', () => {
  it('are all of them up to twelve', () => {
    const { result } = renderHook(() => useFirstRows(rows(12)))

    expect(result.current).toMatchObject({ rows: rows(12), more: 0 })
  })

  it('are twelve of more, until all are asked for', () => {
    const { result } = renderHook(() => useFirstRows(rows(40)))
    expect(result.current).toMatchObject({ rows: rows(12), more: 28 })

    act(() => result.current.showAll())

    expect(result.current).toMatchObject({ rows: rows(40), more: 0 })
  })
})
