import { describe, expect, it } from 'vitest'
import { wireAddress } from './letter-address'

describe('an address on the wire', () => {
  it.each([
    ['priya@raman.example', 'priya@raman.example'],
    ['o’hara'.replace('’', "'") + '+kept@Raman.Example', "o'hara+kept@raman.example"],
    ['anna@exämple.org', 'anna@xn--exmple-cua.org'],
    ['anna@еxample.org', 'anna@xn--xample-2of.org'],
    ['hazel@localhost', 'hazel@localhost'],
  ])('%s is %s', (typed, sent) => {
    expect(wireAddress(typed)).toBe(sent)
  })

  it.each([
    '',
    'priya',
    'priya@',
    '@raman.example',
    'priya@raman',
    'a b@raman.example',
    'priya@raman.example\r\nBcc: eve@evil.example',
    'priya@raman.example>',
    'priya@raman.example,eve@evil.example',
    '"a b"@raman.example',
    'prïya@raman.example',
    'priya\u200b@raman.example',
    'priya@ra\u0000man.example',
    `${'a'.repeat(65)}@raman.example`,
    'priya@raman..example',
    'priya@-raman.example',
    'priya@ra_man.example',
    `priya@${'r'.repeat(64)}.example`,
    `a@${'a'.repeat(250)}.example`,
  ])('%j is refused', (typed) => {
    expect(() => wireAddress(typed)).toThrow('E_ADDRESS_INVALID')
  })
})
