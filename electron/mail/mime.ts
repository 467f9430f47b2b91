import MailComposer from 'nodemailer/lib/mail-composer'
import type { Mailbox, Mime } from '../api/ports'

/**
 * Makes the bytes of a letter: plain text in UTF-8, lines ending in CRLF. Equal letters give equal bytes. Nothing
 * is read from a file or an address; line breaks and control characters in names and subject become spaces, so
 * that no header can be added (OM-9).
 */
export const mime: Mime = async (letter) => {
  const composer = new MailComposer({
    ...(letter.from === null ? {} : { from: safeMailbox(letter.from) }),
    to: letter.to.map(safeMailbox),
    subject: onOneLine(letter.subject),
    text: plain(letter.text),
    ...(letter.html === null ? {} : { html: letter.html }),
    date: new Date(letter.date),
    messageId: onOneLine(letter.messageId),
    baseBoundary: letter.boundary,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Uint8Array(await composer.compile().build())
}

const safeMailbox = ({ name, address }: Mailbox): Mailbox => ({
  name: onOneLine(name),
  address: onOneLine(address),
})

const onOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Line breaks of every kind become one kind; other control characters say nothing and go. */
const plain = (text: string): string =>
  text.replaceAll(/\r\n?|\u0085|\u2028|\u2029/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '')
