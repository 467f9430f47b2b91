import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

type Listener = (...args: unknown[]) => void
type Bridge = {
  ask(name: string, input: unknown): Promise<unknown>
  onPush(listener: (push: unknown) => void): () => void
}

const shipped = { file: '', source: '' }

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-preload-'))
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', 'build/vite.preload.ts', '--outDir', folder, '--logLevel', 'error']
  execFileSync(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } })
  shipped.file = join(folder, 'preload.js')
  shipped.source = readFileSync(shipped.file, 'utf8')
}, 120_000)

/** Runs the shipped file as a sandboxed preload script is run: with Electron's module, and nothing of the machine. */
function run() {
  const laid: Record<string, unknown> = {}
  const asked: unknown[][] = []
  const listeners = new Map<string, Set<Listener>>()
  const listenersOf = (channel: string) => {
    const known = listeners.get(channel) ?? new Set<Listener>()
    listeners.set(channel, known)
    return known
  }
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (laid[name] = value) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => asked.push(args),
      on: (channel: string, listener: Listener) => void listenersOf(channel).add(listener),
      off: (channel: string, listener: Listener) => void listenersOf(channel).delete(listener),
    },
  }
  const required: string[] = []
  const require = (name: string) => {
    required.push(name)
    return name === 'electron' ? electron : undefined
  }
  new Script(shipped.source).runInContext(createContext({ require, exports: {}, module: { exports: {} } }))
  return { laid, asked, listeners, required, kept: laid['kept'] as Bridge }
}

/** Every node of the shipped file. */
function nodes(): readonly ts.Node[] {
  const all: ts.Node[] = []
  const walk = (node: ts.Node): void => {
    all.push(node)
    ts.forEachChild(node, walk)
  }
  walk(ts.createSourceFile('preload.js', shipped.source, ts.ScriptTarget.ES2023, false, ts.ScriptKind.JS))
  return all
}

describe('the bridge as it is shipped', () => {
  it('is smaller than 10 KB and needs nothing but Electron', () => {
    expect(statSync(shipped.file).size).toBeLessThan(10_240)
    expect(run().required).toEqual(['electron'])
  })

  it('lays exactly ask and onPush into the page, frozen, and nothing of Electron’s own', async () => {
    const { laid, asked, listeners, kept } = run()

    expect(Object.keys(laid)).toEqual(['kept'])
    expect(Object.getOwnPropertyNames(kept)).toEqual(['ask', 'onPush'])
    expect(Object.isFrozen(kept)).toBe(true)
    expect(Object.values(kept).map((value) => typeof value)).toEqual(['function', 'function'])

    await kept.ask('today.show', {})
    expect(asked).toEqual([['ask', 'today.show', {}]])

    const heard: unknown[][] = []
    const forget = kept.onPush((...push) => heard.push(push))
    expect([...listeners.keys()]).toEqual(['push'])
    for (const listener of listeners.get('push') ?? [])
      listener({ sender: 'electron' }, { kind: 'changed', now: 1 })
    expect(heard).toEqual([[{ kind: 'changed', now: 1 }]])
    expect(forget()).toBeUndefined()
    expect(listeners.get('push')?.size).toBe(0)
  })

  it('speaks on two channels by three words, and makes no code of text', () => {
    const texts = nodes().filter(ts.isStringLiteralLike)
    const words = nodes().filter(ts.isPropertyAccessExpression)
    const calls = nodes()
      .filter(ts.isIdentifier)
      .map(({ text }) => text)

    const said = new Set(texts.map(({ text }) => text))
    for (const own of ['use strict', 'Module', 'electron', 'kept', 'ask', 'push']) said.delete(own)
    expect([...said]).toEqual([])
    const ofElectron = words
      .map(({ name }) => name.text)
      .filter((name) => !['freeze', 'toStringTag'].includes(name))
    expect([...new Set(ofElectron)].sort()).toEqual(
      ['contextBridge', 'exposeInMainWorld', 'invoke', 'ipcRenderer', 'off', 'on'].sort(),
    )
    for (const forbidden of [
      'eval',
      'Function',
      'process',
      'globalThis',
      'window',
      'send',
      'sendSync',
      'postMessage',
    ])
      expect(calls).not.toContain(forbidden)
  })
})
