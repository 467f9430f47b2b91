import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, posix, win32 } from 'node:path'
import type { SamplePack } from './options'

/** What decides where a machine keeps a program's data. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Where one store lies, and where it is remembered that it was there. */
export type Place = { readonly folder: string; readonly placeFile?: string }

/** Kept's own folder among those of all programs, as each system has it. */
export function defaultFolder({ platform, home, env }: Machine): string {
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Kept')
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Kept')
  return posix.join(xdg(env['XDG_DATA_HOME'], posix.join(home, '.local', 'share')), 'kept')
}

/** Kept's settings lie apart from its data, so that they still tell where the data was when it has gone. */
function settingsFolder(machine: Machine): string {
  const { platform, home, env } = machine
  if (platform === 'darwin' || platform === 'win32') return `${defaultFolder(machine)} Settings`
  return posix.join(xdg(env['XDG_CONFIG_HOME'], posix.join(home, '.config')), 'kept')
}

/**
 * Where the store is that these options mean: a folder of one's own remembers inside itself that a store was
 * there, the usual one beside Kept's settings. A sample's store lies in a folder of its own within.
 */
export function placeOf(folder: string | null, sample: SamplePack | null, machine: Machine): Place {
  if (sample !== null) return { folder: join(folder ?? defaultFolder(machine), `sample-${sample}`) }
  if (folder !== null) return { folder }
  return { folder: defaultFolder(machine), placeFile: join(settingsFolder(machine), 'last-opened.json') }
}

/** The folder the program itself lies in: the nearest one above that has a package.json. */
export function programFolder(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json')) || dirname(from) === from) return from
  return programFolder(dirname(from))
}

/** Kept's own version, as its package says. */
export function programVersion(root: string): string {
  const contents: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const isNamed = typeof contents === 'object' && contents !== null && 'version' in contents
  return isNamed ? String(contents.version) : '0'
}

const xdg = (named: string | undefined, usual: string) =>
  named !== undefined && isAbsolute(named) ? named : usual
