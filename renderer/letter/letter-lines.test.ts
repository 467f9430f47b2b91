import { describe, expect, it } from 'vitest'
import type { LetterPart } from '../../shared/domain/letter'
import { inlineNames, linesOf, piecesOf } from './letter-lines'

const text = (words: string): LetterPart => ({ kind: 'text', text: words })
const field = (name: string, words = ''): LetterPart => ({ kind: 'field', name, text: words })
const shown = (parts: readonly LetterPart[]) =>
  linesOf(parts).map((line) => `${line.look}: ${line.parts.map((part) => part.text).join('')}`)

describe('the lines of a letter', () => {
  it('tell a title over bullets from a plain line', () => {
    const parts = [
      text('Dear '),
      field('names', 'Priya'),
      text(',\n\nIn hand\n- '),
      field('in_hand', 'Florists'),
    ]

    expect(shown(parts)).toEqual(['plain: Dear Priya,', 'blank: ', 'title: In hand', 'bullet: Florists'])
  })

  it('keep a field of several lines filled, also where one of them is empty', () => {
    const lines = linesOf([field('text', 'First.\n\nSecond.')])

    expect(lines.map(({ look }) => look)).toEqual(['plain', 'blank', 'plain'])
  })

  it('keep an empty field in its place', () => {
    expect(linesOf([text('- '), field('done')])[0]).toEqual({
      look: 'bullet',
      parts: [text(''), field('done')],
    })
  })
})

describe('a field the user writes', () => {
  const letter = [text('Dear Sofia,\n\n'), field('answer'), text('\n\nHazel')]

  it('is written in its place where it is a paragraph', () => {
    const pieces = piecesOf(letter, ['answer'])

    expect(pieces.map((piece) => (piece.kind === 'field' ? piece.name : piece.lines.length))).toEqual([
      1,
      'answer',
      1,
    ])
    expect(inlineNames(letter, ['answer'])).toEqual([])
  })

  it('is written above where it stands inside a sentence', () => {
    const moved = [text('By noon. '), field('reason'), text(', so it will be later.')]

    expect(piecesOf(moved, ['reason'])).toHaveLength(1)
    expect(inlineNames(moved, ['reason'])).toEqual(['reason'])
  })

  it('is only one that was asked for', () => {
    expect(piecesOf(letter, [])).toHaveLength(1)
  })
})
