import type { LetterFile } from '../../shared/api/letters'
import type { Letter } from '../../shared/domain/letter'
import { wireAddress } from './letter-address'

/** What a letter handed over by another way consists of: a link for a mail program, a file, plain text. */
export function fileOf(handed: {
  readonly letter: Letter
  readonly subject: string
  readonly text: string
  readonly bytes: Uint8Array
}): LetterFile {
  const { letter, subject, text, bytes } = handed
  return {
    mailto: mailtoOf(letter, subject, text),
    eml: new TextDecoder().decode(bytes),
    text,
    fileName: `${fileNameOf(subject)}.eml`,
  }
}

/** A link by RFC 6068: every field percent-encoded, line breaks as %0D%0A, commas between addresses as they are. */
export function mailtoOf({ recipients }: Letter, subject: string, text: string): string {
  const to = recipients.map(({ address }) => encode(wireAddress(address)).replace('%40', '@')).join(',')
  return `mailto:${to}?subject=${encode(subject)}&body=${encode(text.replaceAll(/\r?\n/g, '\r\n'))}`
}

/** Half of a pair of code units, which no encoding can say. */
const loneHalf = /\p{Surrogate}/gu

/** encodeURIComponent leaves a few signs that a link may not hold in RFC 3986, and that mail programs stumble on. */
const encode = (text: string): string =>
  encodeURIComponent(text.replaceAll(loneHalf, '\uFFFD')).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const fileNameOf = (subject: string): string =>
  subject
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} -]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80) || 'Letter'
