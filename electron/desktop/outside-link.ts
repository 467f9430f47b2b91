/*
 * HX-3: what may be handed to the system is a web page, a letter or a call, read as a whole, at most 2,048
 * characters long, and nothing that runs.
 */
const outsideSchemes = ['https:', 'http:', 'mailto:', 'tel:']
const longestLink = 2_048

/** A letter begun in the mail program is longer than most of them take; so much of one is looked at all the same. */
const longestLetter = 200_000

/** What is handed to the system, and the text of a letter that was too long to go with it. */
export type OutsideLink = { readonly address: string; readonly text: string | null }

/** What of an address may be handed to the system; null where nothing may (E_LINK_BLOCKED). */
export function readOutsideLink(address: string): OutsideLink | null {
  if (isOutsideLink(address)) return { address, text: null }
  return address.length > longestLink && address.length <= longestLetter ? shortened(address) : null
}

/** Whether a link may be handed to the system as it stands. */
export function isOutsideLink(address: string): boolean {
  if (address.length > longestLink || /[\p{Cc}\p{Cf}\\]/u.test(address)) return false
  const url = URL.parse(address)
  return url !== null && outsideSchemes.includes(url.protocol) && url.username === '' && url.password === ''
}

/** The scheme of an address, for the log, or what it is instead. */
export const schemeOf = (address: string): string => URL.parse(address)?.protocol ?? 'none'

/** A letter that is too long keeps its people and its subject; its text goes another way. */
function shortened(address: string): OutsideLink | null {
  const url = URL.parse(address)
  if (url?.protocol !== 'mailto:') return null
  const text = url.searchParams.get('body')
  if (text === null) return null
  const subject = encodeURIComponent(url.searchParams.get('subject') ?? '')
  const short = `mailto:${url.pathname}?subject=${subject}`
  return isOutsideLink(short) ? { address: short, text } : null
}
