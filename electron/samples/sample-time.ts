import { instantOf, type Instant, type Zone } from '../../shared/lib/time'

/** The instant of a sample's local moment, 'YYYY-MM-DD HH:MM'. */
export function atLocal(moment: string, zone: Zone): Instant {
  const [on = '', time = ''] = moment.split(' ')
  return instantOf(on, time, zone)
}
