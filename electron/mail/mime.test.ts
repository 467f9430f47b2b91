import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MimeLetter } from '../api/ports'
import { mime } from './mime'

const aLetter = (differences: Partial<MimeLetter> = {}): MimeLetter => ({
  from: { name: 'Hazel Marsh', address: 'hazel@marsh.example' },
  to: [{ name: 'Priya Raman', address: 'priya@raman.example' }],
  subject: 'Where things stand',
  text: 'Dear Priya,\n\nAll is well.\n\nHazel',
  html: null,
  date: Date.parse('2026-11-24T10:40:00Z'),
  messageId: '<6f1c@marsh.example>',
  boundary: '6f1c',
  ...differences,
})

const textOf = async (letter: MimeLetter) => new TextDecoder().decode(await mime(letter))

const headersOf = (text: string) =>
  (text.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]/g, ' ').split('\r\n')

describe('the bytes of a letter', () => {
  it('are plain text in UTF-8 under the headers they need, and no more', async () => {
    expect(await textOf(aLetter())).toBe(
      [
        'From: Hazel Marsh <hazel@marsh.example>',
        'To: Priya Raman <priya@raman.example>',
        'Subject: Where things stand',
        'Message-ID: <6f1c@marsh.example>',
        'Date: Tue, 24 Nov 2026 10:40:00 +0000',
        'Content-Transfer-Encoding: 7bit',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Dear Priya,',
        '',
        'All is well.',
        '',
        'Hazel',
        '',
      ].join('\r\n'),
    )
  })

  it('are the same every time', async () => {
    const letter = aLetter({ text: 'Größe “x” '.repeat(40), html: '<p>Größe</p>' })

    expect(await mime(letter)).toEqual(await mime(letter))
  })

  it('break lines by CRLF only, whatever was typed', async () => {
    const text = await textOf(aLetter({ text: 'a\r\nb\rc\nd\u0085e\u2028f\n.\n.\r\n' }))

    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.split('\r\n\r\n')[1]).toContain('a\r\nb\r\nc\r\nd\r\ne\r\nf\r\n.\r\n.')
  })

  it('keep a name that looks like a path or an address as a name', async () => {
    const headers = headersOf(await textOf(aLetter({ subject: 'file:///etc/passwd', text: '/etc/passwd' })))

    expect(headers).toContain('Subject: file:///etc/passwd')
  })

  it('have exactly the headers that were meant, for hostile names and subjects (OM-9)', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1_000 }),
      fc.constantFrom(
        '\r\nBcc: eve@evil.example',
        '\n.\n',
        '\r\n.\r\n',
        '\0',
        '\u2028X: y',
        '\u0085X: y',
        'a'.repeat(1_000),
      ),
    )
    const names = [
      'From',
      'To',
      'Subject',
      'Message-ID',
      'Date',
      'Content-Transfer-Encoding',
      'MIME-Version',
      'Content-Type',
    ]
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, subject, text) => {
        const letter = aLetter({
          subject: `Re: ${subject}`,
          to: [{ name, address: 'priya@raman.example' }],
          text: `Dear ${text}`,
        })
        const headers = headersOf(await textOf(letter))
        expect(headers.map((header) => header.split(':')[0])).toEqual(names)
        expect(headers[1]).toMatch(/<priya@raman\.example>$|^To: priya@raman\.example$/)
      }),
      { numRuns: 500 },
    )
  })
})
