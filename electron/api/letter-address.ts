import { domainToASCII } from 'node:url'
import { EmailAddress } from '../../shared/domain/typed'
import { Refusal } from '../../shared/lib/refusal'

/**
 * An address as it goes over the wire: letters of other alphabets in its domain become their ASCII form. Refuses
 * E_ADDRESS_INVALID, also for what only some servers could take (other alphabets before the @).
 */
export function wireAddress(address: string): string {
  const typed = EmailAddress.safeParse(address)
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = domainToASCII(address.slice(at + 1))
  if (!typed.success || !/^[\x21-\x7e]{1,64}$/.test(local) || !isHostName(domain)) {
    const shown = address.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 254)
    throw new Refusal('invalid', 'E_ADDRESS_INVALID', { address: shown })
  }
  return `${local}@${domain}`
}

/** Labels of letters, digits and inner hyphens, as a mail server can look them up. */
const isHostName = (domain: string): boolean =>
  domain.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))

/** The domain of an address, for the id of a letter. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
