import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRoute } from '../../shared/domain/route'
import { placeOfLink, readStart } from './deep-link'

describe('a link from another program', () => {
  it.each([
    ['kept://today', '#/today'],
    ['kept://today/', '#/today'],
    ['kept://today/wait-12', '#/today/wait-12'],
    ['kept://log', '#/log'],
    ['kept://clients/7', '#/clients/7'],
    ['kept://settings/data', '#/settings/data'],
  ])('leads to its place: %s', (link, place) => expect(placeOfLink(link)).toBe(place))

  it.each(['kept://today/wait-12/acknowledge', 'kept://today/wait-12/reply'])(
    'opens the row and begins nothing there: %s',
    (link) => expect(placeOfLink(link)).toBe('#/today/wait-12'),
  )

  it.each([
    '',
    'kept:',
    'kept:today',
    'KEPT://today',
    'kept://',
    'kept://evil',
    'kept://today@evil.example',
    'kept://today/../log',
    'kept://today/wait-0',
    'kept://today/wait-12/send',
    'kept://today/wait-12?act=reply',
    'kept://today#/log',
    'kept://today/%77ait-12',
    'kept://today/wait-12\n',
    'kept://today/constructor',
    'kept://__proto__',
    `kept://clients/${'9'.repeat(300)}`,
    'https://kept/today',
    'javascript:kept://today',
  ])('is none: %s', (link) => expect(placeOfLink(link)).toBeNull())

  it('is a place without an act or nothing, whatever it says', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'today',
        'log',
        'clients',
        'settings',
        'wait-3',
        'promise-9',
        'reply',
        'acknowledge',
        '..',
        '%2e',
        '//',
      ),
    )
    const link = fc.tuple(
      fc.constantFrom('kept://', 'kept:', 'Kept://', ''),
      fc.array(piece, { maxLength: 5 }),
    )
    fc.assert(
      fc.property(link, ([scheme, pieces]) => {
        const place = placeOfLink(scheme + pieces.join('/'))
        if (place === null) return
        expect(place).toMatch(/^#\/[a-z0-9/-]+$/)
        expect(parseRoute(place)).not.toHaveProperty('act')
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('the arguments of a start', () => {
  it('are options, one place, and whether a window is wanted', () => {
    expect(readStart(['--sample=wedding-planner', '--hidden', 'kept://log'])).toEqual({
      options: ['--sample=wedding-planner'],
      place: '#/log',
      isHidden: true,
    })
    expect(readStart(['kept://evil', 'kept://outbox', 'kept://log', '--no-sandbox'])).toEqual({
      options: [],
      place: '#/outbox',
      isHidden: false,
    })
  })

  it('are those of the system as well: of a package, an installer, and a note that was left behind', () => {
    const added = ['--no-sandbox', '--updated', '-Embedding', '-ToastActivated']
    expect(readStart([...added, '--data=/x'])).toEqual({
      options: ['--data=/x'],
      place: null,
      isHidden: false,
    })
  })

  it('end where a link begins, for a link may hold anything', () => {
    expect(readStart(['--data=/own', 'kept://log', '--data=//evil/share', '--hidden'])).toEqual({
      options: ['--data=/own'],
      place: '#/log',
      isHidden: false,
    })
  })

  it('leave what is not Kept’s own to be refused as an option', () => {
    const strange = [
      '--inspect',
      '--load-extension=/tmp/x',
      '-rf',
      '--remote-debugging-port=0',
      '/tmp/--hidden',
    ]
    expect(readStart(strange)).toEqual({ options: strange, place: null, isHidden: false })
  })

  it('never lead anywhere but to a place, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), (args) => {
        const { place, options } = readStart(args)
        expect(place === null || place.startsWith('#/')).toBe(true)
        expect(args).toEqual(expect.arrayContaining([...options]))
      }),
      { numRuns: 10_000 },
    )
  })
})
