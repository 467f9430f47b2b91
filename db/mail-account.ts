import type { MailAccount, MailAccountDetails } from '../shared/domain/mail-account'
import type { Instant } from '../shared/lib/time'
import { insertRow, removeRow, updateRow } from './record'
import type { MailAccountRow, ReadDb, WriteDb } from './schema'

/** There is at most one account in a store. */
const theOne = 1

export const toMailAccount = (row: MailAccountRow): MailAccount => ({
  host: row.host,
  port: row.port,
  security: row.security,
  user: row.user,
  fromName: row.from_name,
  fromAddress: row.from_address,
  pausedBecause: row.paused_because,
  checkedAt: row.checked_at,
  revision: row.revision,
})

/** The account letters are sent through, or undefined. */
export async function findMailAccount(db: ReadDb): Promise<MailAccount | undefined> {
  const row = await db.selectFrom('mail_account').selectAll().where('id', '=', theOne).executeTakeFirst()
  return row && toMailAccount(row)
}

/** Sets the account up, or changes it; what paused it before counts no more. */
export async function setMailAccount(db: WriteDb, details: MailAccountDetails): Promise<MailAccount> {
  const columns = { ...columnsOf(details), paused_because: null, checked_at: null }
  const row = (await findMailAccount(db))
    ? await updateRow(db, 'mail_account', theOne, columns)
    : await insertRow(db, 'mail_account', { id: theOne, ...columns })
  return toMailAccount(row)
}

export const removeMailAccount = (db: WriteDb): Promise<void> => removeRow(db, 'mail_account', theOne)

/**
 * Keeps why letters wait (a code), or null where they may go again. That is no change of the account: its
 * revision stays, and a form that is open on it stays good.
 */
export async function pauseMailAccount(db: WriteDb, because: string | null): Promise<void> {
  await db.updateTable('mail_account').set({ paused_because: because }).where('id', '=', theOne).execute()
}

/** Keeps that the server let us in. */
export async function markMailAccountChecked(db: WriteDb, at: Instant): Promise<void> {
  await db
    .updateTable('mail_account')
    .set({ checked_at: at, paused_because: null })
    .where('id', '=', theOne)
    .execute()
}

const columnsOf = (details: MailAccountDetails) => ({
  host: details.host,
  port: details.port,
  security: details.security,
  user: details.user,
  from_name: details.fromName,
  from_address: details.fromAddress,
})
