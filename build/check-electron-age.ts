// `node build/setup.mjs run build/check-electron-age.ts`: asks npm when each Electron came out, and ends with 1 where
// the one in package.json is too old to be given to people.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { whyTooOld } from './electron-age'

type Told = { readonly devDependencies: Readonly<Record<string, string>> }

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Told
const isWindows = process.platform === 'win32'
const released = execFileSync('npm', ['view', 'electron', 'time', '--json'], {
  encoding: 'utf8',
  shell: isWindows,
  maxBuffer: 64 * 1024 * 1024,
})
const reason = whyTooOld(devDependencies['electron'] ?? '', JSON.parse(released), Date.now())
process.stdout.write(`${reason ?? 'Electron is as new as it should be.'}\n`)
if (reason !== null) process.exitCode = 1
