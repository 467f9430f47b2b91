import type { TodayWindow } from '../db/today'
import { hour } from '../shared/lib/time'
import { benchNow, dayFrom } from './maker'

/** Today as the bench asks for it, on its own day. */
export const benchWindow: TodayWindow = {
  now: benchNow,
  today: dayFrom(0),
  tomorrow: dayFrom(1),
  until: dayFrom(7),
  updatesUntil: dayFrom(1),
  midnight: benchNow - 10 * hour - 40 * 60_000,
  quarter: { from: '2026-10-01', until: '2027-01-01' },
  mostExtras: 3,
}
