import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { moneyTyped } from '../../shared/words/format'
import { Checkbox, Toggle } from './Checkbox'
import { Field, Form } from './Field'
import { MoneyInput, NumberInput } from './NumberInput'
import { RadioRows } from './RadioRows'
import { Select } from './Select'
import { DateInput, TextArea, TextInput } from './TextInput'
import type { Read } from './use-typed'
import { Button } from './Button'

afterEach(cleanup)

const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } })

const input = (name: string): HTMLInputElement => screen.getByRole('textbox', { name })

describe('a field', () => {
  it('names its control, and reads hint and error with it', () => {
    render(
      <Field label="Name" hint="As on the invitation" error="Enter a name.">
        <TextInput value="" onChange={() => undefined} />
      </Field>,
    )

    const described = input('Name').getAttribute('aria-describedby')?.split(' ') ?? []
    const words = described.map((id) => document.getElementById(id)?.textContent)
    expect(words).toEqual(['As on the invitation', 'Enter a name.'])
    expect(input('Name').getAttribute('aria-invalid')).toBe('true')
  })

  it('describes nothing where there is nothing to say', () => {
    render(
      <Field label="Name">
        <TextInput value="" onChange={() => undefined} />
      </Field>,
    )

    expect(input('Name').hasAttribute('aria-describedby')).toBe(false)
    expect(input('Name').hasAttribute('aria-invalid')).toBe(false)
  })

  it('gives its name to every kind of control', () => {
    render(
      <>
        <Field label="Note">
          <TextArea value="" onChange={() => undefined} />
        </Field>
        <Field label="Day">
          <DateInput value="" onChange={() => undefined} />
        </Field>
        <Field label="Kind">
          <Select value="a" onChange={() => undefined} choices={[{ value: 'a', label: 'A' }]} />
        </Field>
        <Field label="Cost">
          <MoneyInput value={650} currency="GBP" onChange={() => undefined} />
        </Field>
      </>,
    )

    expect(input('Note').tagName).toBe('TEXTAREA')
    expect(screen.getByLabelText('Day').getAttribute('type')).toBe('date')
    expect(screen.getByRole('combobox', { name: 'Kind' }).tagName).toBe('SELECT')
    expect(input('Cost').value).toBe('6.50')
  })
})

describe('an amount', () => {
  function Cost({ told, start = null }: { told?: (read: Read<number>) => void; start?: number | null }) {
    const [minor, setMinor] = useState<number | null>(start)
    return (
      <Field label="Cost">
        <MoneyInput
          value={minor}
          currency="GBP"
          onChange={(read) => {
            told?.(read)
            setMinor(read.isValid ? read.value : null)
          }}
        />
      </Field>
    )
  }

  it('gives minor units of what is typed', () => {
    const told = vi.fn<(read: Read<number>) => void>()
    render(<Cost told={told} />)

    type(input('Cost'), '£1,200')

    expect(told.mock.calls).toEqual([[{ isValid: true, value: 120000 }]])
  })

  it('leaves what is typed alone until it is left, then writes it plainly', () => {
    render(<Cost />)

    type(input('Cost'), '6.5')
    expect(input('Cost').value).toBe('6.5')
    fireEvent.blur(input('Cost'))

    expect(input('Cost').value).toBe('6.50')
  })

  it('keeps what cannot be read, and says what would be right once it is left', () => {
    render(<Cost start={650} />)

    type(input('Cost'), 'about ten')
    expect(input('Cost').hasAttribute('aria-invalid')).toBe(false)
    fireEvent.blur(input('Cost'))

    expect(input('Cost').value).toBe('about ten')
    expect(screen.getByText('Enter an amount, such as 6.50.')).toBeDefined()
    type(input('Cost'), '10')
    expect(input('Cost').hasAttribute('aria-invalid')).toBe(false)
  })

  it('says what is wrong only after a press that left it, so that the press is not lost', async () => {
    const pressed = vi.fn()
    render(
      <>
        <Cost start={650} />
        <Button onClick={pressed}>Save</Button>
      </>,
    )
    const button = screen.getByRole('button', { name: 'Save' })
    const wrong = 'Enter an amount, such as 6.50.'
    type(input('Cost'), 'about ten')

    fireEvent.pointerDown(button)
    fireEvent.blur(input('Cost'))
    expect(screen.queryByText(wrong)).toBeNull()
    fireEvent.pointerUp(button)
    fireEvent.click(button)

    expect(pressed).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.getByText(wrong)).toBeDefined())
  })

  it('is nothing when it is emptied', () => {
    const told = vi.fn<(read: Read<number>) => void>()
    render(<Cost told={told} start={650} />)

    type(input('Cost'), '')

    expect(told.mock.calls).toEqual([[{ isValid: true, value: null }]])
    expect(input('Cost').value).toBe('')
  })

  it('follows a value that changes from outside', () => {
    const { rerender } = render(
      <Field label="Cost">
        <MoneyInput value={100} currency="GBP" onChange={() => undefined} />
      </Field>,
    )

    rerender(
      <Field label="Cost">
        <MoneyInput value={250} currency="GBP" onChange={() => undefined} />
      </Field>,
    )

    expect(input('Cost').value).toBe('2.50')
  })

  it('gives back every amount it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (minor) => {
        cleanup()
        const told = vi.fn<(read: Read<number>) => void>()
        render(<Cost told={told} start={minor + 1} />)

        type(input('Cost'), moneyTyped(minor, 'GBP'))

        expect(told.mock.calls).toEqual([[{ isValid: true, value: minor }]])
      }),
      { numRuns: 30 },
    )
  })
})

describe('a number', () => {
  it.each([
    ['4', { isValid: true, value: 4 }],
    [' 12 ', { isValid: true, value: 12 }],
    ['', { isValid: true, value: null }],
    ['4.5', { isValid: false }],
    ['-1', { isValid: false }],
    ['1e3', { isValid: false }],
    ['99999999999999999', { isValid: false }],
  ])('reads “%s”', (typed, read) => {
    const told = vi.fn<(read: Read<number>) => void>()
    render(
      <Field label="Hours">
        <NumberInput value={7} onChange={told} unit="hours" />
      </Field>,
    )

    type(input('Hours'), typed)

    expect(told.mock.calls).toEqual([[read]])
  })
})

describe('choices', () => {
  it('are one group with a name, and tell what is chosen', () => {
    const told = vi.fn<(value: string) => void>()
    render(
      <RadioRows
        label="When will it be ready?"
        value="wed"
        onChange={told}
        choices={[
          { value: 'wed', label: 'Tomorrow', hint: 'A light day' },
          { value: 'thu', label: 'Thu 26 Nov' },
        ]}
      />,
    )

    expect(screen.getByRole('group', { name: 'When will it be ready?' })).toBeDefined()
    fireEvent.click(screen.getByRole('radio', { name: 'Thu 26 Nov' }))
    expect(told.mock.calls).toEqual([['thu']])
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Tomorrow/ }).checked).toBe(true)
  })

  it('of a list are those it was given', () => {
    const told = vi.fn<(value: 'a' | 'b') => void>()
    render(
      <Field label="Kind">
        <Select<'a' | 'b'>
          value=""
          placeholder="Choose…"
          onChange={told}
          choices={[
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ]}
        />
      </Field>,
    )

    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'b' } })

    expect(told.mock.calls).toEqual([['b']])
  })

  it('are ticked and switched', () => {
    const told = vi.fn<(isChecked: boolean) => void>()
    render(
      <>
        <Checkbox label="Tell Meera as well" isChecked={false} onChange={told} hint="By phone" />
        <Toggle label="Single-letter keys" isChecked onChange={told} />
      </>,
    )

    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.click(screen.getByRole('switch'))

    expect(told.mock.calls).toEqual([[true], [false]])
  })
})

describe('a form', () => {
  it('is submitted by its filled button and loads no page', () => {
    const submitted = vi.fn<() => void>()
    render(
      <Form onSubmit={submitted} label="Add a client">
        <Button type="submit" kind="filled">
          Save
        </Button>
        <Button>Cancel</Button>
      </Form>,
    )

    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))

    expect(submitted).toHaveBeenCalledTimes(1)
  })
})
