import { countWaiting, hurryDue } from '../../db/delivery'
import {
  findMailAccount,
  markMailAccountChecked,
  pauseMailAccount,
  removeMailAccount,
  setMailAccount,
} from '../../db/mail-account'
import type { Api } from '../../shared/api/index'
import { isThisComputer, type MailAccountDetails } from '../../shared/domain/mail-account'
import { Refusal } from '../../shared/lib/refusal'
import type { Answers } from './answers'
import { wireAddress } from './letter-address'
import { deliverDue } from './mail-delivery'
import { clockNotice, keepHeld, sendHeld } from './mail-hold'
import { passwordFor, rememberPassword } from './mail-password'
import { refuseNewer } from './revisions'

export const mail: Answers<Api['mail']> = {
  account: async ({ db }) => ({ account: (await findMailAccount(db)) ?? null }),

  async status({ read, host }) {
    const account = await read(findMailAccount)
    return {
      needsPassword: account !== undefined && account.user !== null && passwordFor(host, account) === null,
      waiting: await read(countWaiting),
      host: account?.host ?? null,
    }
  },

  async setAccount({ db }, { revision, ...details }) {
    refuseUnsafe(details)
    wireAddress(details.fromAddress)
    const account = await findMailAccount(db)
    if (account !== undefined) refuseNewer({ revision: revision ?? -1 }, account, details)
    return setMailAccount(db, details)
  },

  async removeAccount({ db }, { revision }) {
    const account = await findMailAccount(db)
    if (account === undefined) throw new Refusal('not-found', 'E_NO_ACCOUNT')
    refuseNewer({ revision }, account, {})
    await removeMailAccount(db)
    return null
  },

  async unlock({ read, write, now, host }, { password }) {
    const account = await read(findMailAccount)
    if (account === undefined) throw new Refusal('not-found', 'E_NO_ACCOUNT')
    rememberPassword(host, account, password)
    await write(async (db) => {
      await pauseMailAccount(db, null)
      await hurryDue(db, now)
    })
    return null
  },

  async check({ read, write, now, host, mail: world }, { password: typed, ...details }) {
    refuseUnsafe(details)
    const password = details.user === null ? null : (typed ?? passwordFor(host, details))
    if (details.user !== null && password === null)
      throw new Refusal('invalid', 'E_PASSWORD_NEEDED', { host: details.host, user: details.user })
    const { greeting } = await world.check({ ...details, password })
    if (password !== null) rememberPassword(host, details, password)
    if (isSameServer(details, await read(findMailAccount)))
      await write(async (db) => {
        await markMailAccountChecked(db, now)
        await hurryDue(db, now)
      })
    return { greeting }
  },

  clock: async ({ read, host }) => ({
    notice: await read((db) => clockNotice(db, host.clockWatch.movedBy())),
  }),

  async trustClock({ write, now, host }) {
    const letters = await write((db) => sendHeld(db, now))
    host.clockWatch.trust()
    return { letters }
  },

  keepTimes: async ({ db }) => ({ letters: await keepHeld(db) }),

  async deliver(context) {
    await context.host.clockWatch.look()
    return deliverDue(context)
  },
}

/** Refuses E_TLS_NEEDED for a server elsewhere without encryption. */
function refuseUnsafe({ host, security }: MailAccountDetails): void {
  if (security === 'none' && !isThisComputer(host)) throw new Refusal('invalid', 'E_TLS_NEEDED', { host })
}

const isSameServer = (a: MailAccountDetails, b: MailAccountDetails | undefined): boolean =>
  b !== undefined && a.host === b.host && a.port === b.port && a.security === b.security && a.user === b.user
