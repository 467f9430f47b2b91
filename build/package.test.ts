// What an installer would hold, looked at without making one: offline, around a program that is not Electron.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { Configuration } from 'app-builder-lib'
import { getConfig } from 'app-builder-lib/out/util/config/config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fusesOf, wrongFuses, writeFuses } from './fuses'
import { fusesAsTheyCome, packAroundDummy, writeDummy } from './pack-dummy'

const root = process.cwd()
const packer = createRequire(join(root, 'node_modules', 'app-builder-lib', 'package.json'))

let folder: string
let config: Configuration
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-package-'))
  config = await getConfig(root, 'electron-builder.yml', null)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('electron-builder.yml', () => {
  type Check = { (value: unknown): boolean; readonly errors?: unknown }
  type Ajv = new (options: object) => { compile(schema: unknown): Check }
  const { default: Validator } = packer('ajv') as { readonly default: Ajv }
  const schema: unknown = JSON.parse(readFileSync(packer.resolve('./scheme.json'), 'utf8'))
  const isAllowed = new Validator({ allErrors: true, strict: false }).compile(schema)

  it('says nothing that electron-builder does not know, in its own schema and to the letter', () => {
    isAllowed(config)
    expect(isAllowed.errors).toBeNull()
  })

  it.each([
    ['a name nobody knows', { asarUnpacked: [] }],
    ['a name in the wrong place', { linux: { oneClick: true } }],
    ['a text for yes or no', { asar: 'true' }],
    ['a system that is none', { linux: { target: 7 } }],
    ['the demand that every fuse is named', { electronFuses: { strictlyRequireAllFuses: true } }],
  ])('would be refused with %s', (_, wrong) => {
    expect(isAllowed({ ...config, ...wrong })).toBe(false)
  })

  it('makes what each system installs from, and knows kept:// links', () => {
    expect([config.linux?.target, config.mac?.target, config.win?.target]).toEqual([
      ['AppImage', 'deb'],
      ['dmg', 'zip'],
      ['nsis'],
    ])
    expect(config.protocols).toEqual([{ name: 'Kept', schemes: ['kept'] }])
    expect([config.appId, config.productName, config.linux?.category]).toEqual([
      'app.kept.Kept',
      'Kept',
      'Office',
    ])
  })

  it('names files that are there', () => {
    const files = [
      config.afterPack,
      config.linux?.icon,
      config.mac?.icon,
      config.mac?.entitlements,
      config.win?.icon,
    ]
    for (const file of files) expect([file, existsSync(join(root, String(file)))]).toEqual([file, true])
  })

  it('asks macOS for notes with buttons', () => {
    expect(config.mac?.extendInfo).toEqual({ NSUserNotificationAlertStyle: 'alert' })
  })

  it('looks for updates nowhere, as long as no feed and no key is named', () => {
    expect([config.publish, config.extraMetadata?.updates]).toEqual([null, null])
  })
})

describe('the compiled part of better-sqlite3', () => {
  const { matchesGlob } = createRequire(import.meta.url)('node:path') as typeof import('node:path')
  const all = ['darwin', 'linux', 'linuxmusl', 'win32'].flatMap((system) =>
    ['arm64', 'x64'].map((arch) => `node_modules/better-sqlite3/prebuilds/${system}-${arch}.node`),
  )

  it('is there for every system Kept is packed for', () => {
    for (const file of all) expect([file, existsSync(join(root, file))]).toEqual([file, true])
  })

  it.each([
    ['linux', 'linux'],
    ['mac', 'darwin'],
    ['win', 'win32'],
  ] as const)('is packed for %s alone', (part, system) => {
    for (const arch of ['arm64', 'x64']) {
      const patterns = JSON.stringify(config[part]?.files).replaceAll('${arch}', arch)
      const [left = ''] = /node_modules[^"]+/.exec(patterns) ?? []
      const packed = all.filter((file) => !matchesGlob(file, left))
      expect(packed.map((file) => basename(file))).toEqual([`${system}-${arch}.node`])
    }
  })
})

describe('the fuses (IP-8)', () => {
  const dummy = (fuses: string) => {
    const file = join(folder, `with-${fuses.length}-fuses`)
    writeDummy(file, fuses)
    return file
  }

  it.each([
    ['linux', false],
    ['darwin', true],
    ['win32', true],
  ])('are all named, for %s', (platform, checksArchive) => {
    const { version, strictlyRequireAllFuses, resetAdHocDarwinSignature, ...fuses } = fusesOf(platform)
    const named = Object.entries(fuses).map(([fuse, isOn]) => [FuseV1Options[Number(fuse)], isOn])

    expect([version, strictlyRequireAllFuses, resetAdHocDarwinSignature]).toEqual([
      '1',
      true,
      platform === 'darwin',
    ])
    expect(Object.fromEntries(named)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: checksArchive,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    })
  })

  it('are read back, and each that is not as it should be is named', async () => {
    const file = dummy(fusesAsTheyCome)
    expect(await wrongFuses(file, 'linux')).toContain('RunAsNode')
    await writeFuses(file, 'linux')
    expect(await wrongFuses(file, 'linux')).toEqual([])
    expect(await wrongFuses(file, 'darwin')).toEqual(['EnableEmbeddedAsarIntegrityValidation'])
    expect(await wrongFuses(dummy('0100010'), 'linux')).toEqual([
      'GrantFileProtocolExtraPrivileges',
      'WasmTrapHandlers',
    ])
    expect(await wrongFuses(dummy('0100010011'), 'linux')).toContain('fuse 9')
  })

  it('are not written where the program has one that is not named, or lacks one that is', async () => {
    await expect(writeFuses(dummy(`${fusesAsTheyCome}1`), 'linux')).rejects.toThrow('strictlyRequireAllFuses')
    await expect(writeFuses(dummy(fusesAsTheyCome.slice(1)), 'linux')).rejects.toThrow('not long enough')
  })
})

const isBuilt = existsSync(join('dist', 'electron', 'main.js'))
if (!isBuilt) process.stderr.write('The packed program is not looked at: `npm run build` has not run.\n')

describe.skipIf(!isBuilt)('what is packed', () => {
  let program: string
  let archive: string
  let listed: readonly string[]
  beforeAll(async () => {
    program = await packAroundDummy(folder)
    archive = join(program, 'resources', 'app.asar')
    listed = listPackage(archive, { isPack: false }).map((path) => path.slice(1).replaceAll('\\', '/'))
  }, 120_000)

  const under = (...starts: string[]) =>
    listed.filter((path) => starts.some((start) => path.startsWith(start)))
  const isFile = (path: string) => 'size' in statFile(archive, path)

  it('has the fuses', async () => {
    const { version: _, ...wire } = await getCurrentFuseWire(join(program, 'kept'))
    const written = Object.values(wire).map((state) => state === FuseState.ENABLE)

    expect(written).toEqual([false, true, false, false, false, true, false, false, true])
  })

  it('is the bundles, better-sqlite3, the licence and package.json, and nothing else', () => {
    const known = under('dist/electron', 'dist/renderer', 'node_modules/better-sqlite3')
    const others = listed.filter((path) => !known.includes(path))

    expect(others.toSorted()).toEqual(['LICENSE', 'dist', 'node_modules', 'package.json'])
  })

  it('has every file of the bundles but maps and the way into the browser', () => {
    const built = globSync('dist/{electron,renderer}/**', { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replace(`${root}/`, '').replaceAll('\\', '/'))
      .filter((path) => !path.endsWith('.map') && path !== 'dist/electron/start.js')

    expect(under('dist/').filter(isFile).toSorted()).toEqual(built.toSorted())
    for (const path of [
      'main.js',
      'preload.js',
      'workers/backup.js',
      'icons/tray.png',
      'icons/tray-9plus@2x.png',
    ])
      expect(built).toContain(`dist/electron/${path}`)
    expect(built).toContain('dist/renderer/index.html')
  })

  it('has no source, no map, no test, no Node and no part for another system', () => {
    expect(listed.filter((path) => /\.(ts|tsx|map|md|c|cc|h|gyp)$|test|node-(linux|win)/.test(path))).toEqual(
      [],
    )
    expect(listed.filter((path) => path.endsWith('.node'))).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ])
  })

  it('has the compiled part beside the archive, where the system can load it, and all else inside', () => {
    const outside = listed.filter((path) => {
      const entry = statFile(archive, path)
      return 'unpacked' in entry && entry.unpacked === true && 'size' in entry
    })

    expect(outside).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    expect(existsSync(join(`${archive}.unpacked`, outside[0] ?? ''))).toBe(true)
  })

  it('has the licences of others beside the archive, and of every package that could be in it', () => {
    const text = readFileSync(join(program, 'resources', 'third-party-licences.txt'), 'utf8')
    const named = ['electron ', 'better-sqlite3 ', 'kysely ', 'hono ', 'nodemailer ', 'electron-updater ']
    const shown = ['react ', 'react-aria-components ', 'zod ', '@fontsource-variable/inter ']

    for (const name of [...named, ...shown]) expect(text).toContain(`\n${name}`)
    expect(text).toContain('SIL OPEN FONT LICENSE')
    expect(text).not.toMatch(/\b[AL]?GPL/)
  })

  it('asks for no package that is not packed', () => {
    const scripts = under('dist/electron').filter((path) => path.endsWith('.js'))
    const asked = scripts.flatMap((path) => {
      const text = extractFile(archive, path)
        .toString('utf8')
        .replace(/^\s*(\*|\/\/).*$/gm, '')
      const patterns = [
        /^(?:import|export)\b[^'"`\n]*?["']([^'"]+)["']/gm,
        /\b(?:require|import)\(["']([^'"]+)["']\)/g,
      ]
      return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
    })
    const packages = asked.filter(
      (name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name),
    )

    expect([...new Set(packages)].toSorted()).toEqual(['better-sqlite3', 'electron'])
  })

  it.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
    'opens a store by what is packed alone',
    () => {
      const unpacked = join(folder, 'unpacked')
      extractAll(archive, unpacked)
      const packed = createRequire(join(unpacked, 'package.json'))
      const Database = packed('better-sqlite3') as typeof import('better-sqlite3')

      expect(new Database(':memory:').prepare('select 1 as one').get()).toEqual({ one: 1 })
    },
  )

  it('tells its name and its version, and nothing of how it is built', () => {
    const told: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))

    expect(told).toMatchObject({ main: 'dist/electron/main.js', productName: 'Kept', type: 'module' })
    expect(told).not.toHaveProperty('scripts')
    expect(told).not.toHaveProperty('devDependencies')
  })

  it('stays under 8 MB, and 2.5 MB beside it', () => {
    expect(statSync(archive).size).toBeLessThan(8_000_000)
    expect(
      statSync(join(`${archive}.unpacked`, listed.find((path) => path.endsWith('.node')) ?? '')).size,
    ).toBeLessThan(2_500_000)
  })
})
