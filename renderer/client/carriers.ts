import type { TimelineEntry } from '../../shared/api/clients'

/**
 * The entries without our own letters that only carried another of them: an update, a promise, a moved date or an
 * extra tells of its letter itself. Among messages alone every letter stands.
 */
export const withoutCarriers = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  entries.filter((entry) => !isOurLetter(entry) || !entries.some((other) => isCarried(other, entry.at)))

const isOurLetter = (entry: TimelineEntry): boolean =>
  entry.kind === 'message' && entry.direction === 'outbound' && entry.channel === 'email'

function isCarried(entry: TimelineEntry, at: number): boolean {
  if (entry.at !== at) return false
  if (entry.kind === 'promise-made') return entry.letterSubject !== null
  return entry.kind === 'update' || entry.kind === 'promise-moved' || entry.kind === 'extra'
}
