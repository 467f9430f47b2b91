import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say, stop } from './process.mjs'
import { hasNode } from './runtime.mjs'

const installed = join(root, 'node_modules', '.package-lock.json')
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** Installs what the lock names, unless exactly that is there already. */
export const ensurePackages = async () => {
  if (isInstalled()) return
  say('Installing the packages Kept is built from. This takes a minute, once.')
  const code = await npm(replacesItself() ? ['install', '--no-save'] : ['ci'])
  if (code !== 0) stop('The packages could not be installed; what npm says above tells why.')
}

const isInstalled = () => {
  if (!existsSync(installed) || !hasNode()) return false
  const present = packagesIn(installed)
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || present[path]?.version === wanted.version || (wanted.optional && !present[path]),
  )
}

// Windows cannot delete a program that is running, and `npm ci` deletes everything first.
const replacesItself = () => process.platform === 'win32' && existsSync(installed)

const npm = (args) => {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args])
  return run('npm', args, {}, { shell: process.platform === 'win32' })
}
