import type { Backup } from '../../shared/api/settings'
import type { Zone } from '../../shared/lib/time'
import { count, momentLong } from '../../shared/words/format'
import { isWordKey, say, sayAny, type Language } from '../../shared/words/say'
import { machineZone } from './machine-zone'

const kilobyte = 1_000
const megabyte = 1_000 * kilobyte

/** A backup as one of several to choose from: when it was made and how large it is, over why it was made. */
export function backupInWords({ at, bytes, why }: Backup, language: Language, zone: Zone = machineZone()) {
  const when = momentLong(at, zone, language)
  const label = say('recovery.restore.which', { when, size: sizeInWords(bytes, language) }, language)
  const key = `recovery.why.${why}`
  return { label, hint: isWordKey(key) ? sayAny(key, {}, language) : null }
}

const sizeInWords = (bytes: number, language: Language): string =>
  bytes < megabyte
    ? say('recovery.kilobytes', { size: count(Math.ceil(bytes / kilobyte), language) }, language)
    : say('recovery.megabytes', { size: count(Math.round(bytes / megabyte), language) }, language)
