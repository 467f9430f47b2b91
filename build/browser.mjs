import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasApt, installByApt, isRoot } from './apt.mjs'
import { root, run, say, stop } from './process.mjs'
import { findNode } from './runtime.mjs'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of a browser for the end-to-end tests, installed first where none is there. */
export const ensureBrowser = async () => {
  const found = systemBrowser() ?? playwrightBrowser()
  if (found) return found
  if (hasApt() && !isRoot())
    stop('The tests need Chromium: sudo apt-get install -y --no-install-recommends chromium')
  say('Installing Chromium for the end-to-end tests, once.')
  if (hasApt()) await installByApt('chromium')
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
