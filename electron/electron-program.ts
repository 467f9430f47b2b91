import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Why there is no window of its own: the key of the sentence that says so. */
export type NoWindow = 'start.isRoot' | 'start.noDisplay' | 'start.noElectron' | 'start.windowFailed'

const networkWaits = 10_000
const releases = 'https://github.com/electron/electron/releases/'

/** Why this machine shows no window even with the program at hand, or null. Chromium's sandbox refuses root. */
export function whyNoWindow(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  isRoot: boolean,
): NoWindow | null {
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'start.noDisplay'
  return isRoot ? 'start.isRoot' : null
}

/** Electron's program as its package has it, or null where it was not fetched yet. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

/** Fetches the program by the package's own script. Gives null after 10 seconds without network, or where it fails. */
export async function fetchElectron(root: string, sayFetching: () => void): Promise<string | null> {
  const script = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(script) || !(await isReachable())) return null
  sayFetching()
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', cwd: root })
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  return findElectron(root)
}

async function isReachable(): Promise<boolean> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? releases
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(networkWaits) })
    return true
  } catch {
    return false
  }
}

/** Runs the window's program until it ends; null where it could not show a window at all. */
export function runElectron(program: string, root: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, [root, ...args], { stdio: 'inherit' })
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass)
    child.once('error', () => resolve(null))
    child.once('exit', (code, signal) => resolve(hasFailed(code, signal) ? null : (code ?? 0)))
  })
}

/** 0, 1 and 2 are Kept's own; anything else comes from a system that cannot run the program. */
const hasFailed = (code: number | null, signal: NodeJS.Signals | null) =>
  signal !== null ? !['SIGINT', 'SIGTERM', 'SIGHUP'].includes(signal) : ![0, 1, 2].includes(code ?? 0)
