import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countQuestions, firstSentence, questions, saidSentences, sentences } from './text'

describe('sentences', () => {
  it('end at full stops, question marks and exclamation marks', () => {
    expect(sentences('Is the quartet still confirmed? Mum has been asking. Lovely!')).toEqual([
      'Is the quartet still confirmed?',
      'Mum has been asking.',
      'Lovely!',
    ])
  })

  it('do not end after Mr., St. or e.g., nor within numbers and times', () => {
    const one = [
      'Mr. Smith and Dr. Ade come to St. Anne’s at 10.30 a.m. or later, e.g. Friday.',
      'It costs £3.50 each.',
      'The room is No. 5 on the left.',
    ]
    for (const sentence of one) expect(sentences(sentence)).toEqual([sentence])
    expect(sentences('No. We cannot.')).toEqual(['No.', 'We cannot.'])
    expect(sentences('Let us take plan B. We like it.')).toEqual(['Let us take plan B.', 'We like it.'])
  })

  it('keep their quotation marks, curly and straight', () => {
    expect(sentences('She said “Is it far?” and left. He asked "why?" Then I’d go.')).toEqual([
      'She said “Is it far?” and left.',
      'He asked "why?"',
      'Then I’d go.',
    ])
  })

  it('end with their line', () => {
    expect(sentences('Hi Hazel\nIs the quartet confirmed?\n\nSofia')).toEqual([
      'Hi Hazel',
      'Is the quartet confirmed?',
      'Sofia',
    ])
    expect(sentences('- seats\r\n- flowers\r\n- when do we meet?')).toEqual([
      '- seats',
      '- flowers',
      '- when do we meet?',
    ])
    expect(sentences('Hi Hazel,\nis it confirmed?')).toEqual(['Hi Hazel,', 'is it confirmed?'])
  })

  it('go on where a mail program wrapped the line', () => {
    const wrapped =
      'Could we move the tasting to the 8th? Dele is travelling the\nweek before and won’t forgive me.'
    expect(sentences(wrapped)).toEqual([
      'Could we move the tasting to the 8th?',
      'Dele is travelling the week before and won’t forgive me.',
    ])
  })

  it('are none in a blank text', () => {
    expect(sentences('')).toEqual([])
    expect(sentences(' \n\t\r\n ')).toEqual([])
    expect(firstSentence(' ')).toBeNull()
  })

  it('lose no word of any text', () => {
    const words = (text: string): string => text.replaceAll(/\s+/g, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(words(sentences(text).join(' '))).toBe(words(text))
      }),
    )
  })
})

describe('what was said', () => {
  const letter = 'Dear Hazel,\n\nMum has been asking. Is the quartet confirmed?\n\nMany thanks,\nSofia x'

  it('leaves out greeting and sign-off', () => {
    expect(saidSentences(letter)).toEqual(['Mum has been asking.', 'Is the quartet confirmed?'])
    expect(firstSentence(letter)).toBe('Mum has been asking.')
  })

  it('is the greeting where there is nothing else', () => {
    expect(saidSentences('Hello!')).toEqual(['Hello!'])
    expect(saidSentences('Thank you!')).toEqual(['Thank you!'])
    expect(saidSentences('Dear Ms. O’Neil,\nthank you.')).toEqual(['thank you.'])
  })

  it('keeps a thank-you that more follows on', () => {
    const text = 'Thanks for Friday. We loved it. Could we add one table? And two chairs? It is for my aunt.'
    expect(saidSentences(text)).toHaveLength(5)
  })

  it('keeps a sentence that only begins like a greeting', () => {
    expect(firstSentence('Hi Hazel, is the barn heated?')).toBe('Hi Hazel, is the barn heated?')
  })
})

describe('questions', () => {
  it('are the sentences that end in a question mark, perhaps within quotes or brackets', () => {
    expect(questions('We met. Is it warm? (Or cold?) She asked “why?” Really?! Yes.')).toEqual([
      'Is it warm?',
      '(Or cold?)',
      'She asked “why?”',
      'Really?!',
    ])
  })

  it('are not the question marks of addresses', () => {
    expect(countQuestions('Look at https://barn.example/?seats=80 please.')).toBe(0)
  })

  it('are counted with the parts that ask further', () => {
    expect(
      countQuestions('How many does the barn seat if we’re all indoors, and who decides about the marquee?'),
    ).toBe(2)
    expect(countQuestions('Is it warm, and when do we start, and what do we bring? And how?')).toBe(4)
    expect(countQuestions('It was warm, and what a day. Was it not?')).toBe(1)
    expect(countQuestions('The barn, and whoever owns it?')).toBe(1)
  })
})
