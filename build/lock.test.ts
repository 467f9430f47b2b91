// The lock has to serve every system, although only one of them wrote it.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Entry = {
  readonly version?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Readonly<Record<string, Entry>> }
type Project = { readonly allowScripts: Readonly<Record<string, boolean>> }

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Project
const installed = Object.entries(packages).filter(([path]) => path !== '')

/** Where npm looks for a package that another one names: beside it, then further up. */
const placesFor = (name: string, path: string): readonly string[] => {
  const own = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`
  const above = path.lastIndexOf('node_modules/')
  return above < 0 ? [own] : [own, ...placesFor(name, path.slice(0, above).replace(/\/$/, ''))]
}

it('holds every package by its hash', () => {
  expect(installed.filter(([, entry]) => !entry.integrity).map(([path]) => path)).toEqual([])
})

it('names every package another one needs, those for other systems too', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !placesFor(name, path).some((place) => Object.hasOwn(packages, place)))
      .map((name) => `${path} needs ${name}`),
  )
  expect(missing).toEqual([])
})

it('runs no script of a package while installing', () => {
  const withScript = installed.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)

  expect(withScript.filter((path) => allowScripts[path.replace(/^.*node_modules\//, '')] !== false)).toEqual(
    [],
  )
  expect(Object.values(allowScripts)).not.toContain(true)
  expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true')
})
