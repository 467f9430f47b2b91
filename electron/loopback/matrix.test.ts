import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOfStore, rowsOf } from '../../db/testing'
import { aNewClient } from '../../shared/testing'
import { pageHeaders } from '../api/page'
import { askRaw, openTestLoopback, type RawAnswer, type TestLoopback } from './testing'

/*
 * Every way to ask, against an opinion of its own on what has to come back (LH-2 to LH-4, LH-7). That opinion knows
 * the names of things here only: which Host is ours, which Origin, which token is right.
 */

let door: TestLoopback
let dimensions: Dimensions
beforeAll(async () => {
  door = await openTestLoopback()
  dimensions = dimensionsOf(door)
})
afterAll(() => door.close())

/** One value of a dimension: the header lines it is sent as, and whether it is as it should be. */
type Value = { readonly name: string; readonly lines: readonly string[]; readonly is: 'right' | Wrong }
type Wrong = 'absent' | 'wrong' | 'unreadable'
type Route = { readonly path: string; readonly get: Kind; readonly post: Kind }
/** What stands behind a path: the page, data for a token, codes for a token, or nothing. */
type Kind = 'page' | 'file' | 'data' | 'stream' | 'trade' | 'nothing'
type Asked = {
  readonly route: Route
  readonly method: string
  readonly host: Value
  readonly origin: Value
  readonly token: Value
  readonly site: Value
  readonly type: Value
}
type Dimensions = { readonly [D in keyof Asked]: readonly [Asked[D], ...Asked[D][]] }

const value = (is: Value['is'], name: string, ...lines: readonly string[]): Value => ({ name, lines, is })
const header = (name: string, is: Value['is'], ...values: readonly string[]) =>
  value(is, values.join(' and ') || 'absent', ...values.map((each) => `${name}: ${each}`))

const methods = [
  ...(['GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const),
  ...(['PROPFIND', 'PURGE', 'CONNECT', 'get'] as const),
] as const

const dimensionsOf = ({ loopback: { port }, host, origin, token, oldToken }: TestLoopback): Dimensions => ({
  method: methods,
  route: [
    { path: '/api/clients.add', get: 'nothing', post: 'data' },
    { path: '/', get: 'page', post: 'nothing' },
    { path: '/?code=guess', get: 'page', post: 'nothing' },
    { path: '/assets/index.js', get: 'file', post: 'nothing' },
    { path: '/nothing', get: 'nothing', post: 'nothing' },
    { path: '/session', get: 'nothing', post: 'trade' },
    { path: '/session/', get: 'nothing', post: 'nothing' },
    { path: '/sessio%6e', get: 'nothing', post: 'trade' },
    { path: '/api', get: 'data', post: 'nothing' },
    { path: `/api?token=${token}`, get: 'data', post: 'nothing' },
    { path: '/%61pi', get: 'data', post: 'nothing' },
    { path: '/api/', get: 'nothing', post: 'nothing' },
    { path: '//api', get: 'nothing', post: 'nothing' },
    { path: '/api/nothing.there', get: 'nothing', post: 'data' },
    { path: '/api/__proto__.toString', get: 'nothing', post: 'data' },
    { path: '/push', get: 'stream', post: 'nothing' },
    { path: '/push/more', get: 'nothing', post: 'nothing' },
  ],
  host: [
    header('Host', 'right', host),
    header('Host', 'wrong'),
    ...[
      ...['', 'evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`],
      ...['localhost', `localhost:${port}`, `localhost.:${port}`, `[::1]:${port}`],
      ...[`[::ffff:127.0.0.1]:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`, `127.0.0.1:0${port}`],
      ...[`0.0.0.0:${port}`, `127.1:${port}`, `2130706433:${port}`, `0x7f000001:${port}`],
      ...[`user@${host}`, origin, `${host}/`, `127.0.0.1\t:${port}`],
    ].map((each) => header('Host', 'wrong', each)),
    header('Host', 'wrong', host, host),
    header('Host', 'wrong', 'evil.example', host),
    value('unreadable', 'blank before the colon', `Host : ${host}`),
  ],
  origin: [
    header('Origin', 'right', origin),
    header('Origin', 'absent'),
    ...['null', 'http://evil.example', `http://127.0.0.1:${port + 1}`, `http://localhost:${port}`].map(
      (each) => header('Origin', 'wrong', each),
    ),
    header('Origin', 'wrong', `${origin}/`),
    header('Origin', 'wrong', origin, origin),
  ],
  token: [
    header('Authorization', 'right', `Bearer ${token}`),
    header('Authorization', 'absent'),
    ...[`Bearer ${oldToken}`, `Bearer ${token.slice(1)}`, `Bearer ${token}${token}`].map((each) =>
      header('Authorization', 'wrong', each),
    ),
    header('Authorization', 'wrong', `Bearer ${otherCase(token)}`),
    header('Authorization', 'wrong', `Basic ${token}`),
    header('Authorization', 'wrong', `Bearer ${token}`, `Bearer ${token}`),
  ],
  site: [
    header('Sec-Fetch-Site', 'absent'),
    header('Sec-Fetch-Site', 'right', 'same-origin'),
    ...['none', 'same-site', 'cross-site'].map((each) => header('Sec-Fetch-Site', 'wrong', each)),
  ],
  type: [
    header('Content-Type', 'right', 'application/json'),
    header('Content-Type', 'right', 'application/json; charset=utf-8'),
    header('Content-Type', 'absent'),
    ...[
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
    ].map((each) => header('Content-Type', 'wrong', each)),
    header('Content-Type', 'wrong', 'application/json', 'text/plain'),
  ],
})

const otherCase = (text: string) =>
  text.replace(/[a-z]/gi, (sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()))

type Expected = { readonly status: readonly number[]; readonly error?: string }
const refused = (status: number, error: string): Expected => ({ status: [status], error })

/** What has to come back, in the order in which it has to be looked at. */
function expectedOf({ route, method, host, origin, token, site, type }: Asked): Expected {
  if (method === 'get' || method === 'CONNECT') return { status: [400] }
  if (host.is === 'unreadable') return { status: [400] }
  if (host.is !== 'right') return refused(403, 'E_HOST')
  const isReading = method === 'GET' || method === 'HEAD'
  const kind = isReading ? route.get : route.post
  if (origin.is === 'wrong' || (origin.is === 'absent' && !isReading)) return refused(403, 'E_ORIGIN')
  if (site.is === 'wrong' && !(isReading && kind === 'page')) return refused(403, 'E_ORIGIN')
  if (!isReading && method !== 'POST') return refused(405, 'E_METHOD')
  if (!isReading && type.is !== 'right') return refused(403, 'E_ORIGIN')
  if (kind === 'nothing') return refused(404, 'E_NOT_FOUND')
  if (kind === 'trade') return refused(401, 'E_CODE')
  if (kind === 'page' || kind === 'file') return { status: [200] }
  return token.is === 'right' ? { status: [200] } : { status: [401] }
}

const body = JSON.stringify(aNewClient('Nadia & Sam'))

function textOf({ route, method, host, origin, token, site, type }: Asked): string {
  const lines = [host, origin, token, site].flatMap((each) => each.lines)
  const content = method === 'POST' ? [...type.lines, `Content-Length: ${body.length}`] : []
  const head = [`${method} ${route.path} HTTP/1.1`, ...lines, ...content, 'Connection: close']
  return `${head.join('\r\n')}\r\n\r\n${method === 'POST' ? body : ''}`
}

const nameOf = ({ route, method, host, origin, token, site, type }: Asked) =>
  [method, route.path, ...[host, origin, token, site, type].map(({ name }) => name)].join(' | ')

/** What is wrong with an answer, in words; nothing where it is as it has to be. */
function faultsOf(asked: Asked, answer: RawAnswer): readonly string[] {
  const { status, error } = expectedOf(asked)
  const missing = Object.entries(pageHeaders).filter(([name, each]) => answer.headers.get(name) !== each)
  const telling = [...answer.headers.keys()].filter((name) => /^access-control|^set-cookie$/.test(name))
  const isNamed =
    asked.method === 'HEAD' || error === undefined || answer.body.includes(`{"error":"${error}"}`)
  return [
    ...(status.includes(answer.status) ? [] : [`${answer.status} instead of ${status.join(' or ')}`]),
    ...(isNamed ? [] : [`does not name ${error}: ${answer.body.slice(0, 80)}`]),
    ...missing.map(([name]) => `has no ${name}`),
    ...telling.map((name) => `tells ${name}`),
  ].map((fault) => `${nameOf(asked)}: ${fault}`)
}

/** Streams have no end of their own: their headers are enough. */
const isEnough = (sofar: string) => sofar.includes('\r\n\r\n') && sofar.includes('application/x-ndjson')

/** Asks all of them, a few at a time, and gives everything that was wrong. */
async function askAll(all: readonly Asked[]): Promise<readonly string[]> {
  const waiting = [...all]
  const faults: string[] = []
  const askNext = async (): Promise<void> => {
    for (let asked = waiting.pop(); asked !== undefined; asked = waiting.pop()) {
      door.forgetTries()
      faults.push(...faultsOf(asked, await askRaw(door.loopback.port, textOf(asked), isEnough)))
    }
  }
  await Promise.all(Array.from({ length: 8 }, askNext))
  return faults
}

const writes = (asked: Asked) =>
  asked.route.path === '/api/clients.add' && asked.method === 'POST' && expectedOf(asked).status.includes(200)

/** Every value of these dimensions with every other of them; the rest as it should be. */
function crossed(...names: readonly (keyof Asked)[]): readonly Asked[] {
  const usual: Asked = {
    ...{ route: dimensions.route[0], method: dimensions.method[0], host: dimensions.host[0] },
    ...{ origin: dimensions.origin[0], token: dimensions.token[0] },
    ...{ site: dimensions.site[0], type: dimensions.type[0] },
  }
  return names.reduce<readonly Asked[]>(
    (all, name) => all.flatMap((asked) => dimensions[name].map((each) => ({ ...asked, [name]: each }))),
    [usual],
  )
}

/** What would write is counted instead: it has to be done as often as it was asked, everything else never. */
async function expectRight(all: readonly Asked[]): Promise<void> {
  const before = await hashOfStore(door.test.store)
  expect(await askAll(all.filter((asked) => !writes(asked)))).toEqual([])
  expect(await hashOfStore(door.test.store)).toBe(before)

  const [rows, writing] = [await rowsOf(door.test.store, 'client'), all.filter(writes)]
  expect(await askAll(writing)).toEqual([])
  expect((await rowsOf(door.test.store, 'client')).length - rows.length).toBe(writing.length)
}

describe('whoever asks, gets what the rules say and writes nothing else', () => {
  it.each([
    ['route and method and Host', ['route', 'method', 'host']],
    ['route and method and Origin', ['route', 'method', 'origin']],
    ['route and method and token', ['route', 'method', 'token']],
    ['route and Sec-Fetch-Site by GET', ['route', 'site']],
    ['Host and Origin by GET', ['host', 'origin']],
    ['method and kind of content', ['method', 'type']],
  ] as const)('every %s', async (_, names) => {
    await expectRight(crossed(...names))
  })

  it('and any mixture of them', async () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
    console.log(`Mixtures of SEED=${seed}`)
    const any = <D extends keyof Asked>(name: D) => fc.constantFrom(...dimensions[name])
    const asked = fc.record<Asked>({
      ...{ route: any('route'), method: any('method'), host: any('host'), origin: any('origin') },
      ...{ token: any('token'), site: any('site'), type: any('type') },
    })
    // With everything drawn evenly nearly all would stop at the Host: half of them come with ours.
    const withOurs = asked.map((each) => ({ ...each, host: dimensions.host[0] }))
    await expectRight([
      ...fc.sample(asked, { seed, numRuns: 1_000 }),
      ...fc.sample(withOurs, { seed, numRuns: 1_500 }),
    ])
  })

  it('has 25 Hosts, 8 Origins and 8 tokens to choose from', () => {
    expect(dimensions.host).toHaveLength(25)
    expect(dimensions.origin).toHaveLength(8)
    expect(dimensions.token).toHaveLength(8)
  })
})
