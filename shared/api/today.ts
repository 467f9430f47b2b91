import type { Today } from '../domain/today'
import { query } from './contract'

/** The day. */
export const today = {
  /** Who is waiting, what is promised, who is due an update, where a little extra would fit, and what comes up. */
  show: query({}).returns<Today>(),
}
