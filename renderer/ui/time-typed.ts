import type { TimeOfDay } from '../../shared/lib/time'

const written = /^(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*([ap])?\.?m?\.?$/i
const short = /^(\d{3})$/

/**
 * Reads a time as people type it: '9', '9:30', '930', '17.30', '5 pm'; the end of a day is '24:00'. Undefined
 * where it is no time.
 */
export function timeFromTyped(typed: string): TimeOfDay | undefined {
  const [, digits] = short.exec(typed.trim()) ?? []
  const parts = written.exec(digits === undefined ? typed.trim() : `${digits[0]}:${digits.slice(1)}`)
  if (parts === null) return undefined
  const [, hours = '', minutes = '00', half] = parts
  const hour = hourOf(Number(hours), half?.toLowerCase())
  const isTime = (hour <= 23 && Number(minutes) <= 59) || (hour === 24 && minutes === '00')
  return isTime ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined
}

/** The hour of a clock of twelve; one that is none stays out of every clock. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
