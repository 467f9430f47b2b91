import type { Zone } from '../../shared/lib/time'

/** The zone of this computer: all there is to tell the time by while the business's own is not known. */
export const machineZone = (): Zone => Intl.DateTimeFormat().resolvedOptions().timeZone
