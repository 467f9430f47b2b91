// What others wrote and Kept is given to people with, and the terms they gave it under.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package, the short name of its licence, and the licence's text; null where the package comes without one. */
export type Licensed = {
  readonly name: string
  readonly version: string
  readonly identifier: string | null
  readonly text: string | null
}

/** What no bundle holds as a script: Electron, the compiled database, and the fonts, which come in by the sheet. */
const beside = ['electron', 'better-sqlite3', '@fontsource-variable/inter', '@fontsource-variable/newsreader']

/** The packages of bundles, from the lists that were written with them, and those beside them; each once, by name. */
export function licensedIn(lists: readonly string[]): readonly Licensed[] {
  const bundled = lists.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as readonly Licensed[])
  const all = [...bundled, ...beside.map((name) => licenceOf(join('node_modules', name)))]
  const once = new Map(all.map((each) => [`${each.name} ${each.version}`, each]))
  return [...once.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** What a package in its folder says of itself. */
export function licenceOf(folder: string): Licensed {
  const told = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Licensed & {
    readonly license?: string
  }
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  const text = file === undefined ? null : readFileSync(join(folder, file), 'utf8')
  return { name: told.name, version: told.version, identifier: told.license ?? null, text }
}

const opening = `Kept is made with the work of others. Here is what it holds of theirs, and the terms it was given under.
Chromium, which comes with Electron, has its own list beside the program: LICENSES.chromium.html.`

const line = '-'.repeat(80)

/** All of it as a text for people. Packages under the very same words stand together above them. */
export function noticesOf(licensed: readonly Licensed[]): string {
  const texts = [...new Set(licensed.map(termsOf))]
  const parts = texts.map((text) => {
    const packages = licensed.filter((each) => termsOf(each) === text).map(nameOf)
    return [packages.join('\n'), ...(text === '' ? [] : [text])].join('\n\n')
  })
  return `${[opening, ...parts].join(`\n\n${line}\n\n`)}\n`
}

const termsOf = ({ text }: Licensed): string => text?.replaceAll('\r\n', '\n').trim() ?? ''

const nameOf = ({ name, version, identifier }: Licensed): string =>
  `${name} ${version} (${identifier ?? 'see its terms'})`
