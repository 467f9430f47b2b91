import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync('renderer/styles/tokens.css', 'utf8')
const known = new Set([...tokens.matchAll(/--([\w-]+):/g)].map((match) => match[1]))
const sheets = globSync('renderer/**/*.css').map((path) => path.replaceAll('\\', '/'))

/** Set by the popover of react-aria on itself. */
const fromElsewhere = ['trigger-width']

describe.each(sheets)('%s', (path) => {
  const sheet = readFileSync(path, 'utf8')

  it('names no token that does not exist', () => {
    const own = new Set([...sheet.matchAll(/--([\w-]+):/g)].map((match) => match[1]))
    const used = [...sheet.matchAll(/var\(--([\w-]+)/g)].map((match) => match[1] ?? '')

    expect(
      used.filter((name) => !known.has(name) && !own.has(name) && !fromElsewhere.includes(name)),
    ).toEqual([])
  })

  it('has no colour of its own', () => {
    if (path.endsWith('tokens.css')) return

    expect(sheet.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull()
  })
})
