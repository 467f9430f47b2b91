import { existsSync } from 'node:fs'
import { run } from './process.mjs'

const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends']

/** Whether packages come from Debian's apt here. */
export const hasApt = () => existsSync('/usr/bin/apt-get')

/** Whether they can be installed without asking anybody. */
export const isRoot = () => process.getuid?.() === 0

/** Installs a package of Debian, fetching the lists only where it is not found without. */
export const installByApt = async (name) => {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  if ((await run('apt-get', ['-qq', ...install, name], quiet)) === 0) return
  await run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', 'update'], quiet)
  await run('apt-get', ['-qq', ...install, name], quiet)
}
