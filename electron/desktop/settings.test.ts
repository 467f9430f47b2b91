import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { linkScheme } from './deep-link'
import { introduce, programId, wasStartedAtLogin } from './identity'
import { system } from './testing'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

const files = globSync('electron/**/*.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.ts$|testing\.ts$/.test(file))

const treeOf = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, false, ts.ScriptKind.TS)

function nodesIn(file: string): readonly ts.Node[] {
  const all: ts.Node[] = []
  const walk = (node: ts.Node): void => {
    all.push(node)
    ts.forEachChild(node, walk)
  }
  walk(treeOf(file))
  return all
}

const made = (file: string) =>
  nodesIn(file).flatMap((node) =>
    ts.isNewExpression(node) && ts.isIdentifier(node.expression) ? [node.expression.text] : [],
  )
const texts = (file: string) =>
  nodesIn(file).flatMap((node) => (ts.isStringLiteralLike(node) ? [node.text] : []))
const names = (file: string) => nodesIn(file).flatMap((node) => (ts.isIdentifier(node) ? [node.text] : []))

describe('what stands nowhere in the host', () => {
  it('is a window made anywhere but in its one factory', () => {
    const makes = files.filter((file) =>
      made(file).some((name) =>
        ['BrowserWindow', 'BaseWindow', 'BrowserView', 'WebContentsView'].includes(name),
      ),
    )
    expect(makes).toEqual(['electron/desktop/window.ts'])
    expect(made('electron/desktop/window.ts').filter((name) => name === 'BrowserWindow')).toHaveLength(1)
  })

  it('is anybody who could accept a wrong certificate, a password or a device in the user’s place', () => {
    const forbidden = [
      ...['certificate-error', 'select-client-certificate', 'login', 'ignore-certificate-errors'],
      ...['select-usb-device', 'select-hid-device', 'select-serial-port', 'select-bluetooth-device'],
      ...['disable-web-security', 'no-sandbox', 'remote-debugging-port', 'allow-file-access-from-files'],
    ]
    const calls = [
      'setCertificateVerifyProc',
      'appendSwitch',
      'executeJavaScript',
      'loadFile',
      'insertCSS',
      'openPath',
    ]
    const desktop = files.filter((file) => /^electron\/(main|preload)\.ts$|^electron\/desktop\//.test(file))
    const found = desktop.flatMap((file) => [
      ...texts(file).filter((text) => forbidden.includes(text)),
      ...names(file).filter((name) => calls.includes(name)),
    ])
    expect(desktop.length).toBeGreaterThan(20)
    expect(found).toEqual([])
  })

  it('is a second way for a page to ask, or a page from the disk', () => {
    const channels = files.flatMap((file) =>
      nodesIn(file).flatMap((node) =>
        ts.isPropertyAccessExpression(node) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'ipcMain'
          ? [`${file} ${node.name.text}`]
          : [],
      ),
    )
    expect(channels).toEqual(['electron/desktop/ipc.ts handle'])
    expect(files.filter((file) => texts(file).some((text) => text.startsWith('file:')))).toEqual([])
  })
})

describe('who Kept is to the system', () => {
  it('is what its packages say', () => {
    const packed = readFileSync('electron-builder.yml', 'utf8')
    expect(packed).toContain(`appId: ${programId}\n`)
    expect(packed).toMatch(new RegExp(`schemes:\\s+- ${linkScheme}\\s`))
  })

  it('is told by an installed program only, and by name to Windows', () => {
    introduce('linux', false)
    introduce('win32', true)
    introduce('darwin', true)
    expect(system.introduced).toEqual(['app.kept.Kept', 'kept:', 'kept:'])
  })

  it('is asked on macOS only whether the system started it', () => {
    system.login = { openAtLogin: true, wasOpenedAtLogin: true }
    expect([wasStartedAtLogin('darwin'), wasStartedAtLogin('win32')]).toEqual([true, false])
  })
})
