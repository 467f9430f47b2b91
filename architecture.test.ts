// Who may import whom, and which package lives where. Arrows point only down; type-only imports count.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

type Layer = {
  /** Folders and files this layer may import besides itself. */
  readonly may: readonly string[]
  readonly packages: readonly string[]
  readonly isOnNode?: true
}

const pure = ['shared/lib', 'shared/domain']
const screens = [...pure, 'shared/rules', 'shared/words', 'shared/api']

/** The most particular entry that holds a file is its layer. */
const layers: Readonly<Record<string, Layer>> = {
  'shared/lib': { may: [], packages: ['zod/mini', 'date-fns', '@date-fns/tz'] },
  'shared/domain': { may: ['shared/lib'], packages: ['zod/mini'] },
  'shared/rules': { may: pure, packages: [] },
  'shared/words': { may: ['shared/lib'], packages: ['intl-messageformat'] },
  'shared/packs': { may: pure, packages: [] },
  'shared/samples': { may: pure, packages: [] },
  'shared/api': { may: pure, packages: ['zod/mini'] },
  'shared/testing': { may: ['shared'], packages: [] },
  db: { may: pure, packages: ['kysely', 'zod/mini'], isOnNode: true },
  'db/connection': { may: [], packages: ['better-sqlite3'], isOnNode: true },
  'db/testing': { may: ['db', 'shared'], packages: ['kysely'], isOnNode: true },
  electron: { may: ['electron', 'db', 'shared'], packages: [], isOnNode: true },
  'electron/main': { may: ['electron', 'db', 'shared'], packages: ['electron'], isOnNode: true },
  'electron/preload': { may: [], packages: ['electron'] },
  'electron/api': { may: ['shared', 'db'], packages: ['liquidjs', 'date-holidays'], isOnNode: true },
  'electron/workers': { may: [...pure, 'db/open', 'db/backup'], packages: [], isOnNode: true },
  'electron/mail': { may: [...pure, 'electron/api/ports'], packages: ['nodemailer'], isOnNode: true },
  'electron/loopback': {
    may: ['electron/api', 'shared/api', 'shared/lib', 'shared/words'],
    packages: ['hono', '@hono/node-server'],
    isOnNode: true,
  },
  'electron/desktop': {
    may: ['electron/api', 'shared/api', 'shared/rules', ...pure, 'shared/words'],
    packages: ['electron', 'electron-updater'],
    isOnNode: true,
  },
  renderer: { may: screens, packages: ['react'] },
  'renderer/main': {
    may: ['renderer', ...screens],
    packages: ['react', 'react-dom', '@tanstack/react-query'],
  },
  'renderer/api': { may: ['renderer', ...screens], packages: ['react', '@tanstack/react-query'] },
  'renderer/testing': {
    may: ['renderer', 'shared', 'electron/testing'],
    packages: ['react', '@testing-library/react'],
    isOnNode: true,
  },
  'renderer/ui': {
    may: ['renderer/styles', 'shared/lib', 'shared/words'],
    packages: ['react', 'react-aria-components', 'lucide-react'],
  },
  'renderer/styles': { may: [], packages: ['@fontsource-variable'] },
}

/** A test may use what its folder may, the testing files at hand, and these. */
const testPackages = [
  'vitest',
  'fast-check',
  '@testing-library/react',
  'smtp-server',
  'better-sqlite3',
  'typescript',
]
const testingFiles = ['shared/testing', 'db/testing', 'electron/testing', 'renderer/testing']

const codeFolders = 'shared,db,electron,renderer,bench,e2e,build'
const forbiddenNames = ['utils', 'helpers', 'manager', 'service', 'common', 'types', 'index']
const tablesOfContents = ['shared/api/index.ts', 'db/migrations/index.ts']
const mayBeLong =
  /\.test\.tsx?$|testing\.tsx?$|^shared\/(packs|samples|words)\/|^db\/(migrations\/|schema\.ts)/

const slashes = (path: string) => path.replaceAll('\\', '/')
const files = globSync(`{${codeFolders}}/**/*.{ts,tsx,css}`).map(slashes)
const codeFiles = files.filter((file) => !file.endsWith('.css'))
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const sourceOf = (file: string) => sources.get(file) ?? ''

const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const withoutEnding = (file: string) => file.replace(/(\.test)?\.(tsx?|css)$/, '')
const holds = (folder: string, path: string) => path === folder || path.startsWith(`${folder}/`)
const isProduct = (path: string) => /^(shared|db|electron|renderer)\//.test(path)

const layerOf = (file: string) =>
  Object.keys(layers)
    .filter((name) => holds(name, withoutEnding(file)))
    .sort((a, b) => b.length - a.length)[0]

const importsIn = (file: string, source: string) => {
  const statement = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm
  const bare = /^\s*import\s*['"]([^'"]+)['"]/gm
  const dynamic = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g
  const sheet = /@import\s+(?:url\()?['"]([^'"]+)['"]/g
  const patterns = file.endsWith('.css') ? [sheet] : [statement, bare, dynamic]
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''))
}

const mayUsePackage = (file: string, layer: Layer, name: string) => {
  if (name.startsWith('node:')) return layer.isOnNode === true || isTest(file)
  const allowed = isTest(file) ? [...layer.packages, ...testPackages] : layer.packages
  return allowed.some((known) => holds(known, name))
}

const mayImportFile = (file: string, layerName: string, layer: Layer, path: string) => {
  if (isTest(file) && testingFiles.some((testing) => holds(testing, path))) return true
  if (/Screen$/.test(path)) return file === 'renderer/App.tsx' || path === withoutEnding(file)
  if (testingFiles.includes(path)) return /\/testing\.tsx?$/.test(file)
  return [layerName, ...layer.may].some((folder) => holds(folder, path))
}

/** What a file imports although the table does not say it may. */
const wrongImports = (file: string, source: string) => {
  const name = layerOf(file)
  const layer = layers[name ?? '']
  if (name === undefined || layer === undefined) return [`${file} lies outside every layer`]
  return importsIn(file, source)
    .filter((target) =>
      target.startsWith('.')
        ? !mayImportFile(file, name, layer, withoutEnding(posix.join(posix.dirname(file), target)))
        : !mayUsePackage(file, layer, target),
    )
    .map((target) => `${file} imports ${target}`)
}

const missingClasses = (file: string) =>
  [...sourceOf(file).matchAll(/^import (\w+) from '(\.[^']+\.module\.css)'/gm)].flatMap(([, name, path]) => {
    const sheet = posix.join(posix.dirname(file), path ?? '')
    const used = [...sourceOf(file).matchAll(new RegExp(`\\b${name}(?:\\.(\\w+)|\\['([^']+)'\\])`, 'g'))]
    return used
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((className) => !new RegExp(`\\.${className}(?![\\w-])`).test(sourceOf(sheet)))
      .map((className) => `${file} uses .${className}, which ${sheet} does not have`)
  })

describe('the dependency table', () => {
  it('is kept by every file', () => {
    expect(files.filter(isProduct).flatMap((file) => wrongImports(file, sourceOf(file)))).toEqual([])
  })

  it.each([
    ['renderer/today/Row.tsx', "import { openStore } from '../../db/open'"],
    ['renderer/today/Row.tsx', "import type { Schema } from '../../db/schema'"],
    ['renderer/today/Row.tsx', "import { Button } from 'react-aria-components'"],
    ['renderer/today/Row.tsx', "const Other = import('../client/ClientScreen')"],
    ['renderer/ui/Row.tsx', "import { Client } from '../../shared/domain/client'"],
    ['shared/rules/today.ts', "import { today } from '../api/today'"],
    ['shared/lib/time.ts', "import 'node:fs'"],
    ['db/today.ts', "import { dueState } from '../shared/rules/promise-due'"],
    ['db/today.ts', "import Database from 'better-sqlite3'"],
    ['electron/api/today.ts', "import { app } from 'electron'"],
    ['electron/preload.ts', "import { api } from '../shared/api/index'"],
    ['electron/mail/smtp.ts', "export { backend } from '../api/backend'"],
    ['electron/api/today.ts', "import { openTestBackend } from '../testing'"],
  ])('notices that %s says %s', (file, source) => {
    expect(wrongImports(file, source)).toHaveLength(1)
  })

  it('lets nothing import bench, e2e or build', () => {
    const outside = (file: string) =>
      importsIn(file, sourceOf(file)).some((target) => /^(\.\.\/)+(bench|e2e|build)\//.test(target))
    expect(codeFiles.filter(isProduct).filter(outside)).toEqual([])
  })
})

describe('names and sizes', () => {
  it('names files in kebab-case, and components in PascalCase', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d|\.module|\.torture)?\.(ts|tsx|css)$/
    const numbered = /^(\d{4}-[a-z0-9-]+|vite\.[a-z]+)(\.test)?\.ts$/
    const component = /^([A-Z][A-Za-z0-9]*)(\.test)?\.tsx$/
    const isWrong = (file: string) =>
      ![kebab, numbered, component].some((shape) => shape.test(posix.basename(file)))
    expect(files.filter(isWrong)).toEqual([])
  })

  it('has no file that is named after nothing', () => {
    const isVague = (file: string) =>
      forbiddenNames.includes(posix.basename(withoutEnding(file))) && !tablesOfContents.includes(file)
    expect(codeFiles.filter(isVague)).toEqual([])
  })

  it('exports by name only', () => {
    const hasDefault = (file: string) => /^export default\b|\bas default\b/m.test(sourceOf(file))
    expect(codeFiles.filter((file) => isProduct(file) && hasDefault(file))).toEqual([])
  })

  it('keeps every file of code under 150 lines', () => {
    const lines = (file: string) => sourceOf(file).trimEnd().split('\n').length
    const isLong = (file: string) => !mayBeLong.test(file) && lines(file) >= 150
    expect(codeFiles.filter(isLong).map((file) => `${file}: ${lines(file)} lines`)).toEqual([])
  })

  it('uses no class name that its sheet does not have', () => {
    expect(codeFiles.flatMap(missingClasses)).toEqual([])
  })

  it('has a test beside every migration', () => {
    const steps = codeFiles.filter((file) => /^db\/migrations\/\d{4}-[^.]+\.ts$/.test(file))
    expect(steps.filter((step) => !existsSync(step.replace(/\.ts$/, '.test.ts')))).toEqual([])
  })
})
