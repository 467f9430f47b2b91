import type { Recipient } from '../../shared/domain/letter'
import { EmailAddress, Line } from '../../shared/domain/typed'

/** Reads 'anna@example.org' or 'Anna Lee <anna@example.org>'; null where it is no mail address. */
export function recipientOf(typed: string): Recipient | null {
  const named = /^(.*)<([^<>]*)>$/.exec(typed.trim())
  const address = EmailAddress.safeParse(named?.[2] ?? typed)
  if (!address.success) return null
  const name = Line.safeParse((named?.[1] ?? '').replaceAll('"', ''))
  return { personId: null, name: name.success ? name.data : address.data, address: address.data }
}
