import * as z from 'zod/mini'

/*
 * What people type. The `error` of each check is the key of a sentence in shared/words that says what would
 * be right; the backend says it with the field's name.
 */

/** One line as typed: trimmed, 1 to 200 characters, no line breaks or other control characters. */
export const Line = z
  .string('invalid.line')
  .check(
    z.trim(),
    z.minLength(1, 'invalid.empty'),
    z.maxLength(200, 'invalid.line-too-long'),
    z.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'invalid.line'),
  )

/** Several lines as typed: trimmed at the ends, 1 to 20,000 characters, line breaks as \n. */
export const Paragraphs = z.string('invalid.text').check(
  z.normalize('NFC'),
  z.overwrite((text) => text.replaceAll(/\r\n?/g, '\n')),
  z.trim(),
  z.minLength(1, 'invalid.empty'),
  z.maxLength(20_000, 'invalid.text-too-long'),
  z.regex(/^[^\0]*$/, 'invalid.text'),
)

/** Money in minor units (pence, cents), never negative, at most a million of the major unit. */
export const Minor = z
  .int('invalid.money')
  .check(z.nonnegative('invalid.money'), z.maximum(100_000_000, 'invalid.money'))

/** A length in whole minutes, at most a week. */
export const Minutes = z
  .int('invalid.minutes')
  .check(z.nonnegative('invalid.minutes'), z.maximum(10_080, 'invalid.minutes'))

/** A length in whole days, at most a year. */
export const Days = z.int('invalid.days').check(z.nonnegative('invalid.days'), z.maximum(366, 'invalid.days'))

/** A length of at least one day, at most a year. */
export const SomeDays = z
  .int('invalid.some-days')
  .check(z.positive('invalid.some-days'), z.maximum(366, 'invalid.some-days'))

/** An ISO 4217 currency code, such as GBP. */
export const Currency = z.string('invalid.currency').check(z.regex(/^[A-Z]{3}$/, 'invalid.currency'))
export type Currency = z.infer<typeof Currency>

/** One mail address, without a display name: at most 254 characters (RFC 5321 4.5.3.1.3), no control characters. */
export const EmailAddress = z
  .string('invalid.email')
  .check(
    z.trim(),
    z.maxLength(254, 'invalid.email'),
    z.regex(
      /^[^\s\p{Cc}<>()[\]\\,;:"@]+@(?:[^\s\p{Cc}<>()[\]\\,;:"@.]+\.)+[^\s\p{Cc}<>()[\]\\,;:"@.]+$|^[^\s\p{Cc}<>()[\]\\,;:"@]+@localhost$/u,
      'invalid.email',
    ),
  )

/** A phone number as typed: digits with spaces, dots, dashes, brackets and one leading plus; 3 to 40 characters. */
export const PhoneNumber = z
  .string('invalid.phone')
  .check(z.trim(), z.regex(/^\+?[\d\s().\-/]{3,40}$/, 'invalid.phone'))

/** A month, YYYY-MM, for an event known only that far. */
export const Month = z.string('invalid.month').check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'invalid.month'))
export type Month = z.infer<typeof Month>
