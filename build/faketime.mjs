import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hasApt, installByApt, isRoot } from './apt.mjs'
import { say } from './process.mjs'

/** Whether tests can set the clock of a program here; Debian keeps the library in a folder named for the machine. */
const hasFaketime = () =>
  readdirSync('/usr/lib').some((name) => existsSync(join('/usr/lib', name, 'faketime', 'libfaketime.so.1')))

/** Installs faketime for the tests of clocks where that can be done; elsewhere says that they are skipped. */
export const ensureFaketime = async () => {
  if (process.platform !== 'linux' || hasFaketime()) return
  if (hasApt() && isRoot()) {
    say('Installing faketime for the tests of clocks, once.')
    await installByApt('faketime')
  }
  if (!hasFaketime()) say('faketime is not here: the tests that set the clock of the built Kept are skipped.')
}
