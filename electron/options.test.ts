import { describe, expect, it } from 'vitest'
import { Refusal } from '../shared/lib/refusal'
import { say } from '../shared/words/say'
import { refused } from './api/reply'
import { readOptions, samplePacks } from './options'

const read = (...args: string[]) => readOptions(args, '/home/hazel')
const nothing = {
  isBrowser: false,
  opensBrowser: true,
  folder: null,
  port: null,
  sample: null,
  startsAt: null,
}

const sentenceFor = (...args: string[]) => {
  try {
    read(...args)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const reply = refused(error, 0, 'en')
    return reply.ok ? null : reply.error.message
  }
}

describe('the options', () => {
  it('may all be left out', () => {
    expect(read()).toEqual(nothing)
  })

  it('are read as the words of a command', () => {
    const args =
      '--browser --no-open --data /srv/kept --port 4020 --sample wedding-planner --now 2026-11-24T10:40'
    expect(read(...args.split(' '))).toEqual({
      isBrowser: true,
      opensBrowser: false,
      folder: '/srv/kept',
      port: 4020,
      sample: 'wedding-planner',
      startsAt: { on: '2026-11-24', time: '10:40' },
    })
  })

  it('may stand behind an equals sign, and the last of two counts', () => {
    expect(read('--port=4020', '--port', '4021')).toEqual({ ...nothing, port: 4021 })
    expect(read('--data=a=b')).toEqual({ ...nothing, folder: '/home/hazel/a=b' })
  })

  it('name every sample business there is', () => {
    for (const pack of samplePacks) expect(say('option.sample')).toContain(pack)
  })

  it('look for a folder from where the command was given', () => {
    expect(read('--data', 'new').folder).toBe('/home/hazel/new')
    expect(read('--data', '../new').folder).toBe('/home/new')
  })
})

describe('a wrong option gets one sentence', () => {
  it('that names it and what Kept knows', () => {
    expect(sentenceFor('--colour')).toBe(
      'Kept knows no option “--colour”. It knows --browser, --no-open, --data DIR, --port N, --sample PACK and --now 2026-11-24T10:40.',
    )
    for (const strange of ['browser', '-b', '--', '--Browser', '__proto__', '--constructor=1', ''])
      expect(sentenceFor(strange)).toContain('Kept knows no option')
  })

  it.each([['--data'], ['--port'], ['--sample'], ['--now'], ['--data', '--browser'], ['--data=']])(
    'when %s has no value',
    (...args) => {
      expect(sentenceFor(...args)).toMatch(/^The option --\w+ needs a value: Give /)
    },
  )

  it.each([
    ['--port', '0'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', '4020.5'],
    ['--port', '0x10'],
    ['--port', 'http'],
    ['--sample', 'dentist'],
    ['--sample', 'constructor'],
    ['--now', '2026-11-24'],
    ['--now', '2026-02-30T10:40'],
    ['--now', '2026-11-24T24:00'],
    ['--now', '2026-11-24T9:40'],
    ['--now', '2026-11-24T10:40Z'],
    ['--now', 'tomorrow'],
    ['--browser=yes', ''],
  ])('when %s is given %s', (...args) => {
    expect(sentenceFor(...args.filter((arg) => arg !== ''))).toMatch(
      /^“.+” does not fit the option --\w+\. (Give|It) /,
    )
  })
})
