import { describe, expect, it } from 'vitest'

const { whyTooOld } = (await import(new URL('./runtime.mjs', import.meta.url).href)) as {
  readonly whyTooOld: (version: string, bringsOwn: boolean) => string | null
}

describe('the Node that starts Kept', () => {
  it.each([
    ['18.20.8', true, false],
    ['20.0.0', true, true],
    ['20.19.5', false, false],
    ['22.17.1', false, false],
    ['22.18.0', false, true],
    ['23.5.0', false, false],
    ['23.6.0', false, true],
    ['24.0.0', false, true],
    ['26.1.0', false, true],
  ])('%s, where another comes with the packages: %s, is new enough: %s', (version, bringsOwn, isEnough) => {
    expect(whyTooOld(version, bringsOwn) === null).toBe(isEnough)
  })

  it('is named with what is needed where it is too old', () => {
    expect(whyTooOld('22.12.0', false)).toBe(
      'Kept needs Node 22.18 or newer on this system; this is v22.12.0.',
    )
  })
})
