// `node build/setup.mjs run build/sign-updates.ts`: signs the announcements in release/ with the key in KEPT_UPDATE_KEY.
import { signAnnouncements } from './announcements'

const key = process.env['KEPT_UPDATE_KEY']
if (!key) throw new Error('KEPT_UPDATE_KEY holds no key.')
const signed = signAnnouncements('release', key)
process.stdout.write(signed.length === 0 ? 'Nothing announces anything.\n' : `Signed: ${signed.join(', ')}\n`)
