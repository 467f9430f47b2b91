import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { endpoints } from '../../shared/api/index'
import { pageHeaders } from '../api/page'
import { openTestBackend, type TestBackend } from '../testing'
import { serveLoopback, type Loopback } from './server'
import { createSessions } from './session'

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

let test: TestBackend
let loopback: Loopback
let token: string

const files = new Map([
  ['/', { type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode('<title>Kept</title>') }],
  ['/assets/index.js', { type: 'text/javascript; charset=utf-8', bytes: new TextEncoder().encode('1') }],
])

beforeEach(async () => {
  test = await openTestBackend()
  const sessions = createSessions()
  token = sessions.trade(sessions.makeCode()) ?? ''
  const served = { backend: test.backend, files, sessions, clock: { now: test.now }, language: 'en' } as const
  loopback = await serveLoopback(served, 0)
})
afterEach(async () => {
  await loopback.close()
  await test.close()
})

/** Node's own http client, since fetch writes the Host line itself. */
const ask = (method: string, path: string, headers: Record<string, string | string[]> = {}, body = '') =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: loopback.port, method, path, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })

/** What is sent as it stands, and the status of what comes back. */
const raw = (text: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(loopback.port, '127.0.0.1', () => socket.end(text))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', () => resolve(answer))
  })

const host = () => `127.0.0.1:${loopback.port}`
const origin = () => `http://${host()}`
const json = { 'content-type': 'application/json' }
const asPage = () => ({ origin: origin(), ...json, authorization: `Bearer ${token}` })
const post = (path: string, body: unknown, headers: Record<string, string | string[]> = asPage()) =>
  ask('POST', path, headers, JSON.stringify(body))

describe('the door', () => {
  it('is open on 127.0.0.1 only', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4')
    for (const { address } of others) {
      const isOpen = await new Promise((resolve) => {
        const socket = connect(loopback.port, address, () => resolve(true))
        socket.on('error', () => resolve(false))
      })
      expect(isOpen).toBe(false)
    }
  })

  it('closes when Kept does', async () => {
    await loopback.close()
    await expect(ask('GET', '/')).rejects.toThrow()
    loopback = await serveLoopback(
      { backend: test.backend, files, sessions: createSessions(), clock: { now: test.now }, language: 'en' },
      0,
    )
  })

  it('refuses a port that somebody else has', async () => {
    const served = { backend: test.backend, files, sessions: createSessions(), clock: { now: test.now } }
    await expect(serveLoopback({ ...served, language: 'en' }, loopback.port)).rejects.toMatchObject({
      code: 'E_PORT_TAKEN',
      values: { port: loopback.port },
    })
  })
})

describe('the Host', () => {
  const wrong = () => [
    'evil.example',
    `evil.example:${loopback.port}`,
    `127.0.0.1.evil.example:${loopback.port}`,
    `localhost:${loopback.port}`,
    'localhost',
    `localhost.:${loopback.port}`,
    `[::1]:${loopback.port}`,
    `[::ffff:127.0.0.1]:${loopback.port}`,
    '127.0.0.1',
    `127.0.0.1:${loopback.port + 1}`,
    `0.0.0.0:${loopback.port}`,
    `127.1:${loopback.port}`,
    `2130706433:${loopback.port}`,
    `user@127.0.0.1:${loopback.port}`,
    `127.0.0.1:0${loopback.port}`,
  ]

  it('other than 127.0.0.1 and the port is refused on every method and path', async () => {
    for (const name of wrong()) {
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'TRACE']) {
        const answer = await ask(method, '/api', { ...asPage(), host: name })
        expect([name, method, answer.status]).toEqual([name, method, 403])
        if (method !== 'HEAD') expect(answer.text).toBe('{"error":"E_HOST"}')
      }
    }
    for (const path of ['/', '/push', '/api/today.show', '/nothing', '/session']) {
      expect((await ask('GET', path, { host: 'evil.example' })).status).toBe(403)
    }
  })

  it.each([
    ['missing', () => 'GET / HTTP/1.1\r\n\r\n'],
    ['empty', () => 'GET / HTTP/1.1\r\nHost:\r\n\r\n'],
    ['missing in HTTP/1.0', () => 'GET / HTTP/1.0\r\n\r\n'],
    ['there twice', () => `GET / HTTP/1.1\r\nHost: ${host()}\r\nHost: ${host()}\r\n\r\n`],
    ['there twice, one foreign', () => `GET / HTTP/1.1\r\nHost: ${host()}\r\nHost: evil.example\r\n\r\n`],
    ['in the request line', () => `GET http://evil.example/ HTTP/1.1\r\nHost: ${host()}\r\n\r\n`],
    ['in the request line too', () => `GET http://${host()}/ HTTP/1.1\r\nHost: ${host()}\r\n\r\n`],
    ['split by a tab', () => `GET / HTTP/1.1\r\nHost:\t127.0.0.1\t:${loopback.port}\r\n\r\n`],
    ['after a blank', () => `GET / HTTP/1.1\r\nHost : ${host()}\r\n\r\n`],
    ['on a folded line', () => `GET / HTTP/1.1\r\nHost:\r\n ${host()}\r\n\r\n`],
  ])('%s is refused, with the same headers', async (_, text) => {
    const answer = await raw(text())
    expect(answer).toMatch(/^HTTP\/1\.1 (403|400) /)
    expect(answer.toLowerCase()).toContain('content-security-policy: default-src')
    expect(answer).not.toContain('<title>')
  })

  it('is looked at first, also where something else is expected of the server', async () => {
    const expecting = (host: string) =>
      `GET / HTTP/1.1\r\nHost: ${host}\r\nExpect: wonders\r\nConnection: close\r\n\r\n`

    expect(await raw(expecting('evil.example'))).toMatch(
      /^HTTP\/1\.1 403 [^]*content-security-policy:[^]*E_HOST/,
    )
    expect(await raw(expecting(host()))).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('that is foreign is noted once a minute, however often it knocks', async () => {
    const noted: string[] = []
    const served = { backend: test.backend, files, sessions: createSessions(), clock: { now: test.now } }
    const other = await serveLoopback(
      { ...served, language: 'en', onTurnedAway: (what) => noted.push(what) },
      0,
    )
    for (let tries = 0; tries < 20; tries++)
      await new Promise<void>((resolve) => {
        const options = { host: '127.0.0.1', port: other.port, headers: { host: 'evil.example' } }
        request(options, (response) => response.resume().on('end', () => resolve())).end()
      })
    await other.close()

    expect(noted).toEqual(['turned away: E_HOST'])
  })

  it('of HTTP/0.9 gets nothing', async () => {
    expect(await raw('GET /\r\n')).not.toContain('<title>')
  })
})

describe('the code and the token', () => {
  it('are traded once, and the token opens every data route', async () => {
    const code = loopback.makeLink().split('#')[1]
    const traded = await post('/session', { code }, { origin: origin(), ...json })
    const headers = {
      ...asPage(),
      authorization: `Bearer ${(JSON.parse(traded.text) as { token: string }).token}`,
    }

    expect(traded.status).toBe(200)
    expect((await post('/api/windows.open', {}, headers)).status).toBe(200)
    expect((await ask('GET', '/api', headers)).status).toBe(200)
    expect((await post('/session', { code }, { origin: origin(), ...json })).status).toBe(401)
  })

  it('other than given get 401 on every data route', async () => {
    const bad = ['', 'Bearer', 'Bearer ', `Bearer ${token.slice(1)}`, `Bearer ${token}${token}`, token]
    const worse = [`Basic ${token}`, `Bearer ${token.toUpperCase()}`, `Bearer ${token}, Bearer ${token}`]
    for (const authorization of [...bad, ...worse].slice(0, 8)) {
      const answer = await post('/api/windows.open', {}, { ...asPage(), authorization })
      expect([authorization, answer.status]).toEqual([authorization, 401])
      expect(answer.text).toContain('E_TOKEN')
    }
    expect((await ask('GET', '/push')).status).toBe(401)
    expect((await ask('GET', `/api?token=${token}`)).status).toBe(401)
  })

  it('that are guessed slow down the guesser and nobody else', async () => {
    const guess = () => post('/session', { code: 'guess' }, { origin: origin(), ...json })
    for (let tries = 0; tries < 10; tries++) await guess()
    const began = performance.now()
    const guessing = guess()
    expect((await post('/api/windows.open', {})).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(900)
    await guessing
    expect(performance.now() - began).toBeGreaterThan(990)
  })

  it('are in no cookie', async () => {
    const code = loopback.makeLink().split('#')[1]
    const traded = await post('/session', { code }, { origin: origin(), ...json })
    expect(traded.headers['set-cookie']).toBeUndefined()
  })
})

describe('another site', () => {
  const foreign: [string, () => Record<string, string | string[]>][] = [
    ['no Origin', () => ({ ...json, authorization: `Bearer ${token}` })],
    ['another Origin', () => ({ ...asPage(), origin: 'http://evil.example' })],
    ['the Origin null', () => ({ ...asPage(), origin: 'null' })],
    ['two Origins', () => ({ ...asPage(), origin: [origin(), origin()] })],
    ['the Origin of another port', () => ({ ...asPage(), origin: `http://127.0.0.1:${loopback.port + 1}` })],
    ['a localhost Origin', () => ({ ...asPage(), origin: `http://localhost:${loopback.port}` })],
    ['Sec-Fetch-Site cross-site', () => ({ ...asPage(), 'sec-fetch-site': 'cross-site' })],
    ['Sec-Fetch-Site same-site', () => ({ ...asPage(), 'sec-fetch-site': 'same-site' })],
    ['JSON as plain text', () => ({ ...asPage(), 'content-type': 'text/plain' })],
    ['a form', () => ({ ...asPage(), 'content-type': 'application/x-www-form-urlencoded' })],
    ['no content type', () => ({ origin: origin(), authorization: `Bearer ${token}` })],
  ]

  it.each(foreign)('with %s cannot write', async (_, headers) => {
    const answer = await post('/api/data.backUp', { why: 'by-hand' }, headers())

    expect(answer).toMatchObject({ status: 403, text: '{"error":"E_ORIGIN"}' })
    expect(await rowsOf(test.store, 'operation')).toEqual([])
    expect(test.host.backups).toEqual([])
  })

  it('cannot read data by image, script or stream, nor ask beforehand', async () => {
    const headers = { ...asPage(), 'sec-fetch-site': 'cross-site' }
    for (const path of ['/api', '/push']) expect((await ask('GET', path, headers)).status).toBe(403)
    const preflight = { origin: 'http://evil.example', 'access-control-request-private-network': 'true' }
    expect((await ask('OPTIONS', '/api/today.show', preflight)).status).toBe(403)
  })

  it('is never told that it may', async () => {
    for (const answer of [
      await ask('GET', '/'),
      await post('/api/windows.open', {}),
      await ask('GET', '/x'),
    ]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('the page', () => {
  it('is served to anybody, without data', async () => {
    const answer = await ask('GET', '/')
    expect(answer).toMatchObject({ status: 200, text: '<title>Kept</title>' })
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await ask('HEAD', '/assets/index.js')).status).toBe(200)
  })

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%5cpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/index.js%00.png',
    '//etc/passwd',
    '/%252e%252e/etc/passwd',
    '/%c0%ae%c0%ae/etc/passwd',
    '/ASSETS/INDEX.JS',
    '/assets/index.js.',
    '/assets/index.js%20',
    '/assets/',
    '/index.html',
    '/file:/etc/passwd',
    '/__proto__',
  ])('has nothing at %s', async (path) => {
    expect(await ask('GET', path)).toMatchObject({ status: 404, text: '{"error":"E_NOT_FOUND"}' })
  })

  it('comes with the headers on every route, errors too', async () => {
    const answers = [
      await ask('GET', '/'),
      await ask('GET', '/nothing'),
      await ask('GET', '/api', asPage()),
      await ask('GET', '/api'),
      await post('/api/windows.open', {}),
      await post('/api/__proto__.toString', {}),
      await post('/session', {}),
      await ask('POST', '/api/windows.open', asPage(), 'x'.repeat(2_000_000)),
      await ask('PUT', '/', asPage()),
      await ask('GET', '/', { host: 'evil.example' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 401, 200, 200, 401, 413, 405, 403])
    for (const { headers } of answers) expect(headers).toMatchObject(pageHeaders)
  })
})

describe('a request', () => {
  it('is answered as the backend answers it', async () => {
    for (const [name, input] of [
      ['windows.open', {}],
      ['windows.open', { more: 1 }],
      ['nothing.at-all', {}],
      ['__proto__.toString', {}],
      ['clients.add', []],
    ] as const) {
      const answer = await post(`/api/${name}`, input)
      expect(JSON.parse(answer.text)).toEqual(await test.backend.answer(name, input))
      expect(answer).toMatchObject({ status: 200 })
    }
  })

  it.each(['', '{', 'undefined', '['.repeat(100_000), '{"a":'.repeat(40) + '1' + '}'.repeat(40)])(
    'with the body %.20s is no JSON Kept reads',
    async (body) => {
      const answer = await ask('POST', '/api/windows.open', asPage(), body)
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { kind: 'invalid', code: 'E_JSON' } })
    },
  )

  it('larger than 1 MB is refused, and so is one that does not say its length', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1_100_000) })
    expect((await ask('POST', '/api/windows.open', asPage(), body)).status).toBe(413)
    const chunked = { ...asPage(), 'transfer-encoding': 'chunked' }
    expect((await ask('POST', '/api/windows.open', chunked, '{}')).status).toBe(411)
  })

  it('that says two lengths is refused', async () => {
    const lines = Object.entries(asPage()).map(([name, value]) => `${name}: ${value}`)
    const twice = ['Content-Length: 2', 'Transfer-Encoding: chunked']
    const text = [
      'POST /api/windows.open HTTP/1.1',
      `Host: ${host()}`,
      ...lines,
      ...twice,
      '',
      '2\r\n{}\r\n0\r\n\r\n',
    ]
    expect(await raw(text.join('\r\n'))).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('is listed under /api with its kind and the schema of its input', async () => {
    const listed = JSON.parse((await ask('GET', '/api', asPage())).text) as { name: string; input: unknown }[]

    expect(listed.map(({ name }) => name)).toEqual(endpoints.map(({ name }) => name))
    expect(listed.find(({ name }) => name === 'clients.archive')).toEqual({
      name: 'clients.archive',
      kind: 'command',
      canUndo: true,
      input: expect.objectContaining({
        type: 'object',
        additionalProperties: false,
        required: ['id'],
        properties: expect.objectContaining({ id: expect.objectContaining({ type: 'integer' }) }),
      }),
    })
  })
})

describe('the stream of pushes', () => {
  it('says every change as a line, and forgets a window that has gone', async () => {
    const leaving = new AbortController()
    const stream = await fetch(`${origin()}/push`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    })
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    const client = { stage: 'current', shortName: null, sentByClientId: null, language: null, zone: null }
    await post('/api/clients.add', { ...client, name: 'Priya & Tom', people: [], project: null })

    const read = await readUntil(reader, 'changed')
    expect(JSON.parse(read.trim())).toEqual({ kind: 'changed', now: test.now() })
    expect(stream.headers.get('content-type')).toBe('application/x-ndjson')
    leaving.abort()
  })
})

async function readUntil(
  reader: ReadableStreamDefaultReader<string> | undefined,
  word: string,
): Promise<string> {
  let text = ''
  while (!text.includes(word)) text += (await reader?.read())?.value ?? ''
  return text
}
