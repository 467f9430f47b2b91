import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Field } from './Field'
import { TextInput, TimeInput } from './TextInput'
import { timeFromTyped } from './time-typed'

describe('a time as it is typed', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['17.30', '17:30'],
    ['17h30', '17:30'],
    ['5 pm', '17:00'],
    ['5:30 p.m.', '17:30'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['0:00', '00:00'],
    ['24:00', '24:00'],
    [' 8 ', '08:00'],
  ])('reads “%s” as %s', (typed, time) => {
    expect(timeFromTyped(typed)).toBe(time)
  })

  it.each(['', 'noon', '24:01', '25', '9:60', '9:3', '13 pm', '-9', '9:30:00', '99999'])(
    'finds no time in “%s”',
    (typed) => {
      expect(timeFromTyped(typed)).toBeUndefined()
    },
  )
})

describe('the field of a time', () => {
  afterEach(() => cleanup())

  function Form() {
    const [time, setTime] = useState('17:30')
    return (
      <>
        <Field label="Until">
          <TimeInput value={time} onChange={setTime} />
        </Field>
        <Field label="Read">
          <TextInput value={time} onChange={setTime} />
        </Field>
      </>
    )
  }
  const field = () => screen.getByLabelText<HTMLInputElement>('Until')
  const read = () => screen.getByLabelText<HTMLInputElement>('Read').value

  it('shows the clock of 24 hours', () => {
    render(<Form />)
    expect(field().value).toBe('17:30')

    fireEvent.change(field(), { target: { value: '5 pm' } })
    fireEvent.blur(field())

    expect([field().value, read()]).toEqual(['17:00', '17:00'])
  })

  it('leaves what is no time as it was typed, and says what would be right', () => {
    render(<Form />)

    fireEvent.change(field(), { target: { value: 'noon' } })
    fireEvent.blur(field())

    expect([field().value, read()]).toEqual(['noon', ''])
    expect(screen.getByText('Give a time, such as 9:30.')).toBeDefined()
  })
})
