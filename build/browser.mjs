import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say, stop } from './process.mjs'
import { findNode } from './runtime.mjs'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', 'chromium']

/** The path of a browser for the end-to-end tests, installed first where none is there. */
export const ensureBrowser = async () => {
  const found = systemBrowser() ?? playwrightBrowser()
  if (found) return found
  if (hasApt() && process.getuid() !== 0)
    stop('The tests need Chromium: sudo apt-get install -y --no-install-recommends chromium')
  say('Installing Chromium for the end-to-end tests, once.')
  if (hasApt()) await installByApt()
  else await run(findNode(), [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  return (
    systemBrowser() ?? playwrightBrowser() ?? stop('Chromium could not be installed; see the lines above.')
  )
}

const systemBrowser = () => systemBrowsers.find((path) => existsSync(path))

const playwrightBrowser = () => {
  const print = "import('@playwright/test').then((p) => process.stdout.write(p.chromium.executablePath()))"
  const path = spawnSync(findNode(), ['-e', print], { cwd: root, encoding: 'utf8' }).stdout
  return path && existsSync(path) ? path : undefined
}

const hasApt = () => existsSync('/usr/bin/apt-get')

const installByApt = async () => {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  if ((await run('apt-get', ['-qq', ...install], quiet)) === 0) return
  await run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', 'update'], quiet)
  await run('apt-get', ['-qq', ...install], quiet)
}
