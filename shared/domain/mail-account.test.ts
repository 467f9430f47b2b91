import { expect, it } from 'vitest'
import { isThisComputer } from './mail-account'

it.each(['localhost', '127.0.0.1', '127.255.0.9', '::1', '[::1]'])('takes %s for this computer', (host) => {
  expect(isThisComputer(host)).toBe(true)
})

it.each([
  'localhost.evil.example',
  'notlocalhost',
  'localhost.',
  '127.0.0.1.evil.example',
  '127.999.0.1',
  '127.0.0',
  '127.1',
  '2130706433',
  '0.0.0.0',
  '::',
])('takes %s for another', (host) => {
  expect(isThisComputer(host)).toBe(false)
})
