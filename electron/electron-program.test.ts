import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchElectron, findElectron, runElectron, whyNoWindow } from './electron-program'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-electron-'))
  mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true })
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

const electron = (...path: string[]) => join(root, 'node_modules', 'electron', ...path)

function installProgram(script: string): string {
  writeFileSync(electron('path.txt'), 'electron')
  writeFileSync(electron('dist', 'electron'), `#!/bin/sh\n${script}\n`)
  chmodSync(electron('dist', 'electron'), 0o755)
  return electron('dist', 'electron')
}

describe('a window of its own', () => {
  it('needs a display and no root on Linux, and neither elsewhere', () => {
    expect(whyNoWindow('linux', {}, false)).toBe('start.noDisplay')
    expect(whyNoWindow('linux', { DISPLAY: ':0' }, true)).toBe('start.isRoot')
    expect(whyNoWindow('linux', { WAYLAND_DISPLAY: 'wayland-0' }, false)).toBeNull()
    expect(whyNoWindow('darwin', {}, false)).toBeNull()
    expect(whyNoWindow('win32', {}, false)).toBeNull()
  })

  it('is shown by the program where it was fetched whole', () => {
    expect(findElectron(root)).toBeNull()
    writeFileSync(electron('path.txt'), 'electron')
    expect(findElectron(root)).toBeNull()
    expect(installProgram('exit 0')).toBe(findElectron(root))
  })

  it('hands on what Kept itself ends with, and tells when the program cannot run', async () => {
    for (const code of [0, 1, 2])
      expect(await runElectron(installProgram(`exit ${code}`), root, [])).toBe(code)
    expect(await runElectron(installProgram('exit 127'), root, [])).toBeNull()
    expect(await runElectron(installProgram('kill -TRAP $$'), root, [])).toBeNull()
    expect(await runElectron(electron('nothing'), root, [])).toBeNull()
  })

  it('hands the options on', async () => {
    const program = installProgram('test "$1 $2 $3" = "$PWD --port 4020" || exit 3')
    vi.stubEnv('PWD', root)
    const code = await runElectron(program.replace(/^/, ''), process.cwd(), ['--port', '4020'])
    expect(code).toBe(0)
  })
})

describe('the program', () => {
  const script = "require('node:fs').writeFileSync(__dirname + '/path.txt', 'electron')"

  it('is given up at once where there is no network', async () => {
    vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:1/')
    writeFileSync(electron('install.js'), script)
    const said: string[] = []

    expect(await fetchElectron(root, () => said.push('fetching'))).toBeNull()
    expect(said).toEqual([])
  })

  it('is given up where its package is not there', async () => {
    expect(await fetchElectron(root, () => undefined)).toBeNull()
  })
})
