import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sheet = readFileSync('renderer/styles/tokens.css', 'utf8')

const blockAfter = (selector: string): string => {
  const start = sheet.indexOf(selector)
  return sheet.slice(sheet.indexOf('{', start) + 1, sheet.indexOf('}', start))
}

const tokensIn = (block: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )

const light = tokensIn(blockAfter(':root {'))
const darkBySystem = tokensIn(blockAfter(":root:not([data-theme='light'])"))
const darkByChoice = tokensIn(blockAfter(":root[data-theme='dark']"))

/** WCAG 2.2: relative luminance of a colour written #rrggbb. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

const surfaces = ['shell', 'sheet', 'raised', 'sunken', 'sel']
const texts = ['ink', 'ink-2', 'ink-3', 'accent']
const meanings = ['late', 'soon', 'kept', 'extra', 'accent']

const textPairs = [
  ...surfaces.flatMap((surface) => texts.map((text) => [text, surface] as const)),
  ...meanings.flatMap((tone) => [
    [tone, `${tone}-tint`] as const,
    [tone, 'sheet'] as const,
    [tone, 'sel'] as const,
  ]),
  ['ink', 'late-tint'] as const,
  ['ink', 'soon-tint'] as const,
  ['ink', 'accent-tint'] as const,
  ['ink-2', 'late-tint'] as const,
  ['ink', 'shell-current'] as const,
  ['ink-2', 'shell-current'] as const,
  ['on-accent', 'accent'] as const,
  ['sheet', 'ink'] as const,
]

const controlPairs = ['sheet', 'raised', 'sel', 'sunken', 'shell'].flatMap((surface) => [
  ['ctl', surface] as const,
  ['focus', surface] as const,
])

describe.each([
  ['light', light],
  ['dark', { ...light, ...darkBySystem }],
])('the %s colours', (_, tokens) => {
  it.each(textPairs)('make the text %s readable on %s (4.5 to 1)', (text, surface) => {
    expect(contrast(tokens[text] ?? '', tokens[surface] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(controlPairs)('make the control %s visible on %s (3 to 1)', (control, surface) => {
    expect(contrast(tokens[control] ?? '', tokens[surface] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

describe('dark', () => {
  it('is the same by the system and by choice', () => {
    expect(darkByChoice).toEqual(darkBySystem)
  })

  it('says every colour and every shadow anew', () => {
    const colours = Object.entries(light).filter(
      ([name, value]) => /^#|^rgb/.test(value) || name.startsWith('shadow'),
    )

    expect(colours.map(([name]) => name).filter((name) => !(name in darkBySystem))).toEqual([])
  })
})
