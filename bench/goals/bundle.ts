import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Result } from '../measure'

const screens = join('dist', 'renderer')

/** Goal 11: what a browser has to read before the first screen, and all there is to read, packed. */
export function bundleGoal(): readonly Result[] {
  const assets = join(screens, 'assets')
  const page = readFileSync(join(screens, 'index.html'), 'utf8')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const packed = new Map(
    scripts.map((name) => [name, gzipSync(readFileSync(join(assets, name)), { level: 9 }).length]),
  )
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + (packed.get(name) ?? 0), 0)
  const first = scripts.filter((name) => page.includes(name))
  return [
    line('11 scripts before the first screen, packed', sum(withStaticImports(first, assets)), 150_000),
    line('11 all scripts of the screens, packed', sum(scripts), 320_000),
  ]
}

/** The scripts of the page and whatever they import at once. */
function withStaticImports(names: readonly string[], assets: string): readonly string[] {
  const reached = new Set(names)
  for (const name of reached) {
    const text = readFileSync(join(assets, name), 'utf8')
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (imported !== undefined) reached.add(imported)
  }
  return [...reached]
}

const line = (goal: string, bytes: number, bound: number): Result => ({
  goal,
  size: '',
  measured: `${(bytes / 1000).toFixed(1)} kB`,
  bound: `${bound / 1000} kB`,
  ratio: bytes / bound,
  limit: 1,
  isGate: true,
})
