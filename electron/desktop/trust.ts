import { isPage } from './page'

/** The part of a frame that tells who asks. */
export type Frame = { readonly url: string; readonly parent: unknown }

/** Whether a message comes from the page itself: its top frame, in a window of ours, still at its own address. */
export const isTrusted = (frame: Frame | null, isOwnWindow: boolean): boolean =>
  isOwnWindow && frame !== null && frame.parent === null && isPage(frame.url)

const outsideSchemes = ['https:', 'http:', 'mailto:', 'tel:']
const longestLink = 2_048

/** Whether a link may be handed to the system: a web page, a letter or a call, and nothing that runs (HX-3). */
export function isOutsideLink(address: string): boolean {
  if (address.length > longestLink || /[\p{Cc}\p{Cf}\\]/u.test(address)) return false
  const url = URL.parse(address)
  return url !== null && outsideSchemes.includes(url.protocol) && url.username === '' && url.password === ''
}
