import { getLetter } from '../../db/letters'
import { findMailAccount } from '../../db/mail-account'
import {
  findOperationOf,
  handOverLetter,
  hurryLetter,
  makeDraftAgain,
  markLetterSent,
  queueAgain,
  queueLetter,
} from '../../db/outbox'
import type { WriteDb } from '../../db/schema'
import { takeBackMarks } from '../../db/undo'
import type { Letter, LetterState, LetterWay } from '../../shared/domain/letter'
import { Refusal } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import { longHold, undoHold } from '../../shared/rules/delivery'
import type { CommandContext } from './answers'
import { bringInStep } from './clocks-in-step'
import { compose } from './letter-draft'
import { envelopeOf, freeze, refuseEmpty, refuseNameless, refuseUnready } from './letter-freeze'
import { loadGround } from './letter-ground'
import { setMarks } from './letter-marks'
import { recounting } from './recount'

/**
 * Freezes a draft into the Outbox with its marks (OM-1). Refuses what refuseUnready refuses, E_NO_ACCOUNT where
 * there is none to send by, and what the marks refuse.
 */
export async function sendLetter(
  { db, now, mime }: CommandContext,
  letter: Letter,
  isHeld: boolean,
): Promise<Letter> {
  refuseState(letter, ['draft'])
  const composed = await compose(db, letter, now)
  refuseUnready(letter, composed)
  const account = await findMailAccount(db)
  if (account === undefined) throw new Refusal('not-allowed', 'E_NO_ACCOUNT')
  const frozen = await freeze(mime, letter, composed, account)
  await setMarks(db, { ...frozen, letter, ground: composed.ground })
  return queueLetter(db, letter.id, frozen, {
    envelope: envelopeOf(letter, account),
    notBefore: now + (isHeld ? longHold : undoHold),
    isHeld,
    queuedAt: now,
    operationId: db.operationId,
  })
}

/** Freezes a draft for a mail program, a file or the clipboard. It counts as sent only once the user says so. */
export async function handOver(
  { db, now, mime }: CommandContext,
  letter: Letter,
  way: LetterWay,
): Promise<{
  readonly letter: Letter
  readonly subject: string
  readonly text: string
  readonly bytes: Uint8Array
}> {
  refuseState(letter, ['draft'])
  const composed = await compose(db, letter, now)
  refuseNameless(composed.ground.business.userName)
  refuseEmpty(composed)
  const frozen = await freeze(mime, letter, composed, await findMailAccount(db))
  const handed = await handOverLetter(db, letter.id, frozen, way, now)
  return { letter: handed, subject: frozen.subject, text: frozen.text, bytes: frozen.mime }
}

/** "I sent it": a letter handed over gets its marks now; one that failed or whose fate was unknown, its end. */
export async function markSent(db: WriteDb, letter: Letter, now: Instant): Promise<Letter> {
  refuseState(letter, ['handed-over', 'unknown', 'failed'])
  if (letter.state === 'unknown') return markLetterSent(db, letter.id, now)
  await markAgain(db, letter, now)
  return markLetterSent(db, letter.id, now, { operationId: db.operationId })
}

/** "I did not send it": takes the marks back and makes the letter a draft again. */
export async function notSent(db: WriteDb, letter: Letter, now: Instant): Promise<Letter> {
  const isOurs = letter.state === 'sent' && letter.way === 'smtp'
  if (isOurs) throw new Refusal('conflict', 'E_LETTER_SENT')
  refuseState(letter, ['handed-over', 'unknown', 'sent'])
  return backToDraft(db, letter, now)
}

/** Stops a letter that waits and makes it a draft again. Refuses E_LETTER_ON_ITS_WAY. */
export async function takeBack(db: WriteDb, letter: Letter, now: Instant): Promise<Letter> {
  refuseState(letter, ['queued', 'failed'])
  return backToDraft(db, letter, now)
}

/** Lets a waiting letter go now, or one that is stuck again, with the same bytes and Message-ID. */
export async function sendNow(db: WriteDb, letter: Letter, now: Instant): Promise<Letter> {
  refuseState(letter, ['queued', 'failed', 'unknown'])
  if (letter.state === 'queued') return hurryLetter(db, letter.id, now)
  if (letter.state === 'unknown') return queueAgain(db, letter.id, now, null)
  await markAgain(db, letter, now)
  return queueAgain(db, letter.id, now, db.operationId)
}

/**
 * Takes the marks of a letter that never left back: the clock runs on as if never stopped, the promise goes, the
 * cadence returns. What has changed since keeps its new value, and a call since then stops the clock instead.
 */
export async function takeMarksBack(db: WriteDb, letter: Letter, now: Instant): Promise<void> {
  const operationId = await findOperationOf(db, letter.id)
  if (operationId === null) return
  await recounting(db, now, () => takeBackMarks(db, operationId, now, ['letter']))
  await bringInStep(db, operationId, now)
}

/** Refuses E_LETTER_ON_ITS_WAY while delivery has it, and E_LETTER_MOVED_ON where it is past this. */
export function refuseState({ id, state }: Letter, allowed: readonly LetterState[]): void {
  if (allowed.includes(state)) return
  const isOnItsWay = state === 'sending' || state === 'committing'
  throw new Refusal('conflict', isOnItsWay ? 'E_LETTER_ON_ITS_WAY' : 'E_LETTER_MOVED_ON', {
    letterId: id,
    state,
  })
}

/** A failed letter has no marks any more: taking them back a second time would be wrong. */
async function backToDraft(db: WriteDb, letter: Letter, now: Instant): Promise<Letter> {
  if (letter.state !== 'failed') await takeMarksBack(db, letter, now)
  return makeDraftAgain(db, letter.id, now)
}

async function markAgain(db: WriteDb, { id }: Letter, now: Instant): Promise<void> {
  const letter = await getLetter(db, id)
  const { subject, body: text } = letter
  if (subject === null || text === null) throw new Error(`Letter ${id} has no words`)
  await setMarks(db, { letter, subject, text, ground: await loadGround(db, letter, now) })
}
