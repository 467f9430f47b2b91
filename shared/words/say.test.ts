import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { compileMessage } from './message'
import { isWordKey, namesIn, say, sayAny, sayParts, sayRefusal, type WordKey } from './say'

const keys = Object.keys(en).filter(isWordKey)

const featureFiles = readdirSync(new URL('./en', import.meta.url)).filter((name) => !name.includes('.test.'))

async function keysOfFile(name: string): Promise<readonly string[]> {
  const file = (await import(new URL(`./en/${name}`, import.meta.url).href)) as Record<string, object>
  return Object.values(file).flatMap((words) => Object.keys(words))
}

/** ICU quotes a brace that is meant as a brace. */
const quotedBraces = /'[{}]+'/g

describe('the catalogue', () => {
  it.each(keys)('%s is a sound message that can be said', (key: WordKey) => {
    const { values, tags } = namesIn(key)

    const said = sayAny(key, Object.fromEntries(values.map((name) => [name, 2])))

    expect(said).not.toBe('')
    for (const name of values) expect(said).not.toContain(`{${name}}`)
    for (const tag of tags) expect(said).not.toContain(`<${tag}`)
  })

  it.each(keys)('%s uses the marks of print and raises no voice', (key: WordKey) => {
    const text = en[key].replace(quotedBraces, '')

    expect(text).not.toMatch(/["']/)
    expect(text).not.toContain('!')
    expect(text).not.toContain('...')
  })

  it('holds every key of every feature file, each in one file only', async () => {
    const all = (await Promise.all(featureFiles.map(keysOfFile))).flat()

    expect(all.filter((key, place) => all.indexOf(key) !== place)).toEqual([])
    expect(all.filter((key) => !isWordKey(key))).toEqual([])
    expect(all.length).toBe(keys.length)
  })

  it('refuses a message whose braces do not close', () => {
    expect(() => compileMessage('{n, plural, one {# day}', 'en-GB')).toThrow()
  })
})

describe('say', () => {
  it('puts values into a sentence', () => {
    expect(say('length.hoursMinutes', { h: 1, m: 20 })).toBe('1 h 20 m')
  })

  it('chooses the form that goes with a number', () => {
    expect([0, 1, 2].map((n) => say('day.in', { n }))).toEqual(['today', 'tomorrow', 'in 2 days'])
  })

  it('sets thousands apart', () => {
    expect(say('day.in', { n: 1200 })).toBe('in 1,200 days')
  })

  it('shows the name of a value that is missing, instead of breaking the screen', () => {
    expect(say('length.hours', {})).toBe('{h} h')
  })

  it('leaves braces and tags inside a value alone', () => {
    expect(say('ui.code', { code: '<b>{x}</b>' })).toBe('Code: <b>{x}</b>')
  })

  it('says null as nothing', () => {
    expect(say('ui.code', { code: null })).toBe('Code: ')
  })
})

describe('sayParts', () => {
  it('gives what stands in a tag as a piece of its own', () => {
    const message = compileMessage(
      '<waiting>{n, plural, one {# person} other {# people}}</waiting> wait.',
      'en-GB',
    )

    const parts = message.format.formatToParts({ ...message.blanks, n: 3 }).map((part) => part.value)

    expect(message.tags).toEqual(['waiting'])
    expect(message.values).toEqual(['n'])
    expect(parts).toEqual([{ tag: 'waiting', text: '3 people' }, ' wait.'])
  })

  it('gives a plain sentence as one piece', () => {
    expect(sayParts('ui.undo')).toEqual([{ tag: null, text: 'Undo' }])
  })
})

describe('words that come as data', () => {
  it('says a key that is known', () => {
    expect(sayAny('length.hours', { h: 3 })).toBe('3 h')
  })

  it('knows no inherited names', () => {
    expect(isWordKey('toString')).toBe(false)
    expect(isWordKey('__proto__')).toBe(false)
  })

  it('says the general sentence for a refusal without words of its own', () => {
    expect(sayRefusal('E_NEVER_HEARD_OF')).toBe(en['refusal.unknown'])
  })
})
