import { hrefOf, parseRoute, placeOf } from '../../shared/domain/route'
import { minute, type Instant } from '../../shared/lib/time'
import { isPage, pageAddress } from './page'

/** A page that stops more often than this within a minute is not loaded again by itself. */
const reloadsAMinute = 5

/** When a page was loaded again, newest last; only the last minute counts. */
export type Reloads = readonly Instant[]

/** Whether a page that has stopped may be loaded again at this moment, and what to remember of it. */
export function reload(before: Reloads, now: Instant): { readonly may: boolean; readonly reloads: Reloads } {
  const recent = before.filter((at) => Math.abs(now - at) < minute)
  const may = recent.length < reloadsAMinute
  return { may, reloads: may ? [...recent, now] : recent }
}

/** The address at which a page is loaded again: its place, without what was begun there once. */
export function addressAgain(address: string): string {
  const hash = isPage(address) ? new URL(address).hash : ''
  return hash === '' ? pageAddress : addressOf(hrefOf(placeOf(parseRoute(hash))))
}

/** The page's address at a place (`#/today/wait-12`). */
export const addressOf = (place: string): string => `${pageAddress}${place}`
