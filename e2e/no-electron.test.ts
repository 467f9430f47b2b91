import { test } from '@playwright/test'
import { realElectron } from './shells/electron'

const real = realElectron()
const reason = 'missing' in real ? real.missing : ''

// One line instead of one for every journey.
test.skip(`every journey in the real Electron: skipped, since ${reason}`, () => undefined)
