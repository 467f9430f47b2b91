import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hashOfStore } from '../../db/testing'
import type { Named, Reply } from '../../shared/api/contract'
import { endpoints } from '../../shared/api/index'
import { openTestBackend, type TestBackend } from '../testing'
import { connectWindows } from './ipc'
import { isSmall } from './payload'
import { FakeWindow, system } from './testing'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

type Ask = (event: object, name: unknown, input: unknown) => Promise<Reply>

const page = { url: 'app://kept/', parent: null, detached: false }
const noted: string[] = []
const open = {} as { test: TestBackend; window: FakeWindow; hash: string }

beforeEach(async () => {
  FakeWindow.all = []
  noted.length = 0
  open.test = await openTestBackend()
  open.window = new FakeWindow({})
  open.hash = await hashOfStore(open.test.store)
  connectWindows({
    backend: open.test.backend,
    clock: { now: open.test.now },
    note: (what) => void noted.push(what),
  })
})

afterEach(() => open.test.close())

const ask = (name: unknown, input: unknown, event: object = {}) =>
  (system.handlers.get('ask') as unknown as Ask)(
    { sender: open.window.webContents, senderFrame: page, ...event },
    name,
    input,
  )
const codeOf = (reply: Reply) => (reply.ok ? 'ok' : reply.error.code)

/** What no answer may hold: where in the code, where on the disk, what is asked of the store. */
const isTelling = (text: string) =>
  text.includes(process.cwd()) ||
  /\n\s+at |node_modules|\.tsx?:\d|SQLITE|\b(insert into|select .* from|update .* set)\b/i.test(text)

describe('the one way to ask', () => {
  it('answers the page', async () => {
    expect(codeOf(await ask('today.show', {}))).toBe('ok')
  })

  it.each([
    'today.hide',
    'toString',
    '__proto__',
    '__proto__.toString',
    'constructor',
    'today.__proto__',
    'today.constructor',
    'hasOwnProperty',
    '',
    'today',
    'today.show ',
    'TODAY.SHOW',
    'ask',
    'x'.repeat(1_000_000),
  ])('has a closed list of requests: %.40s', async (name) => {
    const reply = await ask(name, {})
    expect(codeOf(reply)).toBe('E_CHANNEL')
    expect(JSON.stringify(reply).length).toBeLessThan(1_000)
  })

  it('takes a name only as text', async () => {
    const strange: readonly unknown[] = [
      null,
      undefined,
      1,
      NaN,
      true,
      {},
      [],
      ['today.show'],
      { toString: 'today.show' },
      new Date(0),
    ]
    for (const name of [...strange, new Map(), 5n]) expect(codeOf(await ask(name, {}))).toBe('E_CHANNEL')
  })
})

/** Values of every kind that can cross to another process, made once; each request gets them in its own fields. */
const seed = Math.floor(Math.random() * 2 ** 31)
const values: readonly unknown[] = [
  ...[null, undefined, NaN, Infinity, -0, 1e308, 2 ** 53, -1, 5n, '', 'x'.repeat(30_000), '\0', '\ud800'],
  ...[
    '__proto__',
    "'; drop table client; --",
    '../../etc/passwd',
    'a\r\nBcc: b@example.org',
    '2026-02-30',
    '24:61',
  ],
  ...[
    new Date(NaN),
    new Map([['id', 1]]),
    new Set([1]),
    /x/g,
    new ArrayBuffer(8),
    new Uint8Array(4),
    new Error('x'),
  ],
  ...[
    JSON.parse('{"__proto__":{"id":1},"constructor":{"prototype":1}}') as unknown,
    [[[[[[]]]]]],
    [null],
    {},
  ],
  ...fc.sample(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      maxDepth: 3,
    }),
    { numRuns: 400, seed },
  ),
]

const cyclic = () => {
  const self: Record<string, unknown> = {}
  return Object.assign(self, { self, list: [self] })
}
const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 1)

/** A thousand inputs for a request: anything, its own fields with anything in them, and more fields than it has. */
function badInputs({ input }: Named): readonly unknown[] {
  const fields = Object.keys(input.shape)
  const at = (place: number) => values[place % values.length]
  const isRight = (each: unknown) => input.safeParse(each).success
  const own = (round: number) =>
    Object.fromEntries(fields.map((field, place) => [field, at(round * 7 + place * 13)]))
  const some = Array.from({ length: 1_000 }, (_, round) => {
    if (round % 4 === 0) return at(round / 4)
    return round % 4 === 1 ? { ...own(round), [String(at(round))]: at(round + 1) } : own(round)
  })
  return [
    ...some.map((each, round) =>
      isRight(each) ? { ...(each as object), 'no field of it': at(round) } : each,
    ),
    cyclic(),
    deep(100),
    { ...own(1), self: cyclic() },
  ]
}

describe('what is asked with', () => {
  it(`is refused without a trace where it is wrong: 1,000 inputs for each of ${endpoints.length} requests`, async () => {
    console.info(`seed ${seed}`)
    const wrong: unknown[] = []
    for (const endpoint of endpoints) {
      const inputs = badInputs(endpoint)
      for (const input of inputs) {
        const reply = await ask(endpoint.name, structuredClone(input))
        if (codeOf(reply) !== 'E_PAYLOAD' || isTelling(JSON.stringify(reply)))
          wrong.push([endpoint.name, input, reply])
      }
    }

    expect(wrong.slice(0, 3)).toEqual([])
    expect(await hashOfStore(open.test.store)).toBe(open.hash)
    expect(open.test.pushes).toEqual([])
  }, 120_000)

  it('names the field and what would be right', async () => {
    expect(await ask('promises.keep', { id: 1, revision: 'new' })).toMatchObject({
      error: { kind: 'invalid', code: 'E_PAYLOAD', values: { request: 'promises.keep', field: 'revision' } },
    })
  })

  it('is not looked at where it is larger than anything Kept is asked for', async () => {
    const huge: unknown[] = [
      { text: 'x'.repeat(2 ** 21) },
      Array.from({ length: 2_000_000 }, () => 1),
      Array(4_000_000_000),
      Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [`name-of-field-${n}`, n])),
      deep(33),
      cyclic(),
      new ArrayBuffer(16),
      5n,
    ]
    for (const input of huge) {
      expect(isSmall(input)).toBe(false)
      const reply = await ask('search.everything', input)
      expect(JSON.stringify(reply)).toContain('It is larger than anything Kept is asked for')
    }
    expect(isSmall({ text: 'x'.repeat(1_000_000), list: [1, null, { a: undefined }] })).toBe(true)
  })
})

describe('who asks', () => {
  const gone = {
    get url(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
    parent: null,
  }

  it.each([
    ['a frame inside the page', { senderFrame: { ...page, parent: page } }],
    ['a frame of a letter', { senderFrame: { url: 'about:srcdoc', parent: page } }],
    ['an empty page', { senderFrame: { ...page, url: 'about:blank' } }],
    ['no frame', { senderFrame: null }],
    ['a page like it', { senderFrame: { ...page, url: 'app://kept.evil/' } }],
    ['a page it was led to', { senderFrame: { ...page, url: 'https://evil.example/' } }],
    ['a frame that was let go', { senderFrame: { ...page, detached: true } }],
    ['a frame that was destroyed', { senderFrame: gone }],
    ['the developer tools', { senderFrame: { ...page, url: 'devtools://devtools/bundled/inspector.html' } }],
    ['a page in no window of ours', { sender: {} }],
  ])('is refused and logged where it is %s', async (_, event) => {
    expect(codeOf(await ask('today.show', {}, event))).toBe('E_SENDER')
    expect(noted).toHaveLength(1)
    expect(noted[0]).toMatch(/^E_SENDER: asked from /)
  })
})

it('notes those who are refused once a minute', async () => {
  for (let time = 0; time < 50; time += 1) await ask('today.show', {}, { senderFrame: null })
  expect(noted).toHaveLength(1)
  open.test.setNow(open.test.now() + 60_000)
  await ask('today.show', {}, { senderFrame: null })
  expect(noted).toHaveLength(2)
})

it('tells every window what changed, and none that has gone', () => {
  const second = new FakeWindow({})
  const third = new FakeWindow({})
  third.webContents.isGone = true
  open.test.backend.push({ kind: 'open', now: 1, place: '#/log' })

  for (const window of [open.window, second])
    expect(window.webContents.heard).toContainEqual(['push', { kind: 'open', now: 1, place: '#/log' }])
  expect(third.webContents.heard).toEqual([])
})
