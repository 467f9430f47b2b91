import { describe, expect, it } from 'vitest'
import { recipientOf } from './recipient-typed'

describe('an address as it is typed', () => {
  it('stands for itself, or brings a name', () => {
    expect(recipientOf(' anna@example.org ')).toMatchObject({ name: 'anna@example.org', personId: null })
    expect(recipientOf('"Anna Lee" <anna@example.org>')).toMatchObject({
      name: 'Anna Lee',
      address: 'anna@example.org',
    })
    expect(recipientOf('<anna@example.org>')?.name).toBe('anna@example.org')
  })

  it.each(['', 'anna', 'anna@', 'a@b.org, c@d.org', 'Anna <anna>', 'a@b.org\r\nBcc: c@d.org'])(
    'is none in “%s”',
    (typed) => {
      expect(recipientOf(typed)).toBeNull()
    },
  )
})
