import { randomUUID } from 'node:crypto'
import type { Frozen, StoredEnvelope } from '../../db/outbox'
import type { Letter } from '../../shared/domain/letter'
import type { MailAccount } from '../../shared/domain/mail-account'
import { Refusal } from '../../shared/lib/refusal'
import { domainOf, wireAddress } from './letter-address'
import type { Composed } from './letter-draft'
import type { Mailbox, Mime } from './ports'

/** Where letters come from when no account says it: a name that no server has (RFC 6761 6.4). */
const nowhere = 'kept.invalid'

/**
 * Refuses what a letter lacks before it can leave: E_USER_NAMELESS, E_RECIPIENT_MISSING, E_ADDRESS_INVALID and,
 * by its name, the first field that is empty (E_TEMPLATE_EMPTY).
 */
export function refuseUnready(letter: Letter, { ground, missing }: Composed): void {
  refuseNameless(ground.business.userName)
  if (letter.recipients.length === 0) throw new Refusal('invalid', 'E_RECIPIENT_MISSING')
  for (const { address } of letter.recipients) wireAddress(address)
  refuseEmpty({ missing })
}

/** Refuses E_USER_NAMELESS: a letter is signed. */
export function refuseNameless(userName: string): void {
  if (userName.trim() === '') throw new Refusal('not-allowed', 'E_USER_NAMELESS')
}

/** Refuses E_TEMPLATE_EMPTY with the name and label of the first field that is empty. */
export function refuseEmpty({ missing }: Pick<Composed, 'missing'>): void {
  const [first] = missing
  if (first === undefined) return
  throw new Refusal('invalid', 'E_TEMPLATE_EMPTY', { name: first.name, label: first.label })
}

/** The words and bytes of a letter as they leave; only its id comes from chance, so they can be made once only. */
export async function freeze(
  mime: Mime,
  letter: Letter,
  { subject, text, ground }: Composed,
  account: MailAccount | undefined,
): Promise<Frozen> {
  const from = account === undefined ? null : mailboxOf(account)
  const id = randomUUID()
  const messageId = `<${id}@${from === null ? nowhere : domainOf(from.address)}>`
  const to = letter.recipients.map(({ name, address }) => ({ name, address: wireAddress(address) }))
  const words = { subject, text, html: null }
  const bytes = await mime({ ...words, from, to, date: ground.now, messageId, boundary: `kept-${id}` })
  return { subject, text, mime: bytes, messageId }
}

/** Who the server is told the letter is from and for: each address once. */
export function envelopeOf(letter: Letter, account: MailAccount): StoredEnvelope {
  const to = letter.recipients.map(({ address }) => wireAddress(address))
  return { from: wireAddress(account.fromAddress), to: [...new Set(to)] }
}

const mailboxOf = ({ fromName, fromAddress }: MailAccount): Mailbox => ({
  name: fromName,
  address: wireAddress(fromAddress),
})
