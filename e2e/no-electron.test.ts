import { test } from '@playwright/test'
import { realElectron } from './shells/electron'

const real = realElectron()
const reason = 'missing' in real ? real.missing : ''
const isNeeded = Boolean(process.env['KEPT_NEEDS_ELECTRON'])

// One line instead of one for every journey; where Electron was promised, its absence is a fault.
const say = isNeeded ? test : test.skip
say(`every journey in the real Electron: skipped, since ${reason}`, () => {
  throw new Error(`Electron should be here, but ${reason}.`)
})
