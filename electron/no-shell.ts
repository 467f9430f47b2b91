import { Refusal } from '../shared/lib/refusal'
import type { Host } from './api/ports'
import { unwatchedClock } from './clock'

/** The part of a machine on which nobody looks: no windows, no notes, nothing looked for. */
export const noShell: Pick<Host, 'shell' | 'watch' | 'clockWatch'> = {
  shell: {
    openWindow: async () => null,
    showNotes: () => Promise.reject(new Refusal('unreachable', 'E_NOTIFY_UNAVAILABLE')),
    desk: null,
  },
  watch: () => ({ lastScanAt: null, restartedAt: null }),
  clockWatch: unwatchedClock,
}
