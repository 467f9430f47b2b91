import { endSnooze, listOpenSnoozes, listSnoozesWokenBy } from '../../db/snoozes'
import type { WriteDb } from '../../db/schema'
import type { Message } from '../../shared/domain/message'
import type { Instant } from '../../shared/lib/time'
import { showsAt } from '../../shared/rules/snooze'
import { loadCalendar } from './calendar-of'

/**
 * Writes down what has ended by time. Its rows show again without it; this keeps the list of what is put aside as
 * short as it is, and every one of them ended by what ended it.
 */
export async function endPassed(db: WriteDb, now: Instant): Promise<void> {
  const { zone } = await loadCalendar(db)
  for (const snooze of await listOpenSnoozes(db)) {
    const shownAt = showsAt(snooze, zone)
    if (shownAt <= now) await endSnooze(db, snooze.id, shownAt, 'time')
  }
}

/**
 * Shows again what a client's word is about: the wait of that conversation, and the promises and updates of theirs,
 * wherever they wrote. What an automatic answer says, and what we say ourselves, wakes nothing.
 */
export async function wakeBy(db: WriteDb, message: Message, now: Instant): Promise<void> {
  const { direction, channel, isHuman } = message
  if (direction !== 'inbound' || channel === 'note' || !isHuman) return
  const { zone } = await loadCalendar(db)
  for (const snooze of await listSnoozesWokenBy(db, message)) {
    const shownAt = showsAt(snooze, zone)
    if (shownAt <= now) await endSnooze(db, snooze.id, shownAt, 'time')
    else await endSnooze(db, snooze.id, now, 'reply')
  }
}
