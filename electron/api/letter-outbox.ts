import { getBusiness } from '../../db/business'
import { getClient } from '../../db/clients'
import { countWaiting } from '../../db/delivery'
import { clockJump } from '../../db/letter-holds'
import { listDrafts, listOutbox } from '../../db/letters'
import { findMailAccount } from '../../db/mail-account'
import type { ReadDb } from '../../db/schema'
import type { OutboxAction, OutboxRow } from '../../shared/api/letters'
import { shortNameOf } from '../../shared/domain/client'
import type { ClientId } from '../../shared/domain/ids'
import type { Letter } from '../../shared/domain/letter'
import type { MailAccount } from '../../shared/domain/mail-account'
import { assertNever } from '../../shared/lib/assert'
import type { RefusalValues } from '../../shared/lib/refusal'
import { dayOf, type Instant, type Zone } from '../../shared/lib/time'
import { momentShort, timeAt } from '../../shared/words/format'
import { sayAny, type Language } from '../../shared/words/say'

/** As many letters as a page of the Outbox shows. */
const pageSize = 50
const mostDrafts = 200

type Outbox = {
  readonly rows: readonly OutboxRow[]
  readonly drafts: readonly { readonly letter: Letter; readonly clientName: string }[]
}

/** A page of the Outbox, with why each letter waits and what can be done about it, and every draft. */
export async function loadOutbox(db: ReadDb, offset: number, now: Instant): Promise<Outbox> {
  const letters = await listOutbox(db, offset, pageSize)
  const drafts = await listDrafts(db, mostDrafts)
  const names = await namesOf(db, [...letters, ...drafts])
  const { zone, language } = await getBusiness(db)
  const account = (await findMailAccount(db)) ?? null
  const about = { account, waiting: await countWaiting(db), zone, language, now }
  const nameOf = ({ clientId }: Letter) => names.get(clientId) ?? ''
  return {
    rows: letters.map((letter) => ({
      letter,
      clientName: nameOf(letter),
      dueAt: isHalted(letter, account) ? null : letter.nextAttemptAt,
      reason: reasonOf(letter, about),
      can: actionsFor(letter),
    })),
    drafts: drafts.map((letter) => ({ letter, clientName: nameOf(letter) })),
  }
}

async function namesOf(db: ReadDb, letters: readonly Letter[]): Promise<ReadonlyMap<ClientId, string>> {
  const names = new Map<ClientId, string>()
  for (const { clientId } of letters)
    if (!names.has(clientId)) names.set(clientId, shortNameOf(await getClient(db, clientId)))
  return names
}

/** What can be done about a letter, the likely action first. */
export function actionsFor({ state, way }: Letter): readonly OutboxAction[] {
  switch (state) {
    case 'queued':
      return ['take-back', 'send-now']
    case 'failed':
      return ['take-back', 'send-again', 'mark-sent', 'discard']
    case 'unknown':
      return ['mark-sent', 'send-again', 'not-sent']
    case 'handed-over':
      return ['mark-sent', 'not-sent']
    case 'sent':
      return way === 'smtp' ? [] : ['not-sent']
    case 'draft':
    case 'sending':
    case 'committing':
    case 'discarded':
      return []
    default:
      return assertNever(state)
  }
}

type About = {
  readonly account: MailAccount | null
  readonly waiting: number
  readonly zone: Zone
  readonly language: Language
  readonly now: Instant
}

const isHalted = (letter: Letter, account: MailAccount | null): boolean =>
  letter.state === 'queued' && (isOnHold(letter) || account === null || account.pausedBecause !== null)

const isOnHold = ({ error }: Letter): boolean => error?.code === clockJump

/** Why a letter has not gone, in words; null where all goes its way. */
function reasonOf(letter: Letter, about: About): OutboxRow['reason'] {
  const found = findReason(letter, about.account)
  if (found === null) return null
  const { zone, language, now, account, waiting } = about
  const values = {
    host: account?.host ?? '',
    from: account?.fromAddress ?? '',
    waiting,
    subject: letter.subject ?? '',
    at: letter.nextAttemptAt === null ? '' : momentOf(letter.nextAttemptAt, now, zone, language),
    since: letter.queuedAt === null ? '' : momentOf(letter.queuedAt, now, zone, language),
    ...found.values,
  }
  return { code: found.code, text: sayAny(`outbox.reason.${found.code}`, values, language) }
}

function findReason(
  letter: Letter,
  account: MailAccount | null,
): { readonly code: string; readonly values: RefusalValues } | null {
  if (letter.state === 'handed-over') return { code: 'E_HANDED_OVER', values: { way: letter.way } }
  if (letter.state !== 'queued' || isOnHold(letter)) return letter.error
  if (account === null) return { code: 'E_NO_ACCOUNT', values: {} }
  if (account.pausedBecause !== null) return { code: account.pausedBecause, values: {} }
  return letter.error
}

const momentOf = (at: Instant, now: Instant, zone: Zone, language: Language): string =>
  dayOf(at, zone) === dayOf(now, zone) ? timeAt(at, zone) : momentShort(at, zone, language)
