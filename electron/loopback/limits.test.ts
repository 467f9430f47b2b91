import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOfStore, rowsOf } from '../../db/testing'
import { aNewClient } from '../../shared/testing'
import { pageHeaders } from '../api/page'
import {
  askRaw,
  openSocket,
  openTestLoopback,
  readAnswer,
  type RawAnswer,
  type TestLoopback,
} from './testing'

let door: TestLoopback
let slow: { readonly header: Promise<Timed>; readonly body: Promise<Timed>; readonly silent: Promise<Timed> }

/** The slow ones take as long as they are given, so they begin before everything else. */
beforeAll(async () => {
  door = await openTestLoopback()
  const head = `POST /session HTTP/1.1\r\nHost: ${door.host}\r\nOrigin: ${door.origin}\r\n`
  slow = {
    header: drip(`${head}X-Slow: `),
    body: drip(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"code":"`),
    silent: drip(''),
  }
})
afterAll(() => door.close())

type Timed = RawAnswer & { readonly after: number }

/** Says the beginning, and then a letter a second for as long as somebody listens. */
function drip(beginning: string): Promise<Timed> {
  const began = performance.now()
  return new Promise((resolve) => {
    const socket = openSocket(door.loopback.port, () => beginning !== '' && socket.write(beginning))
    const dripping = setInterval(() => beginning !== '' && socket.write('a'), 1_000)
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('close', () => {
      clearInterval(dripping)
      resolve({ ...readAnswer(answer), after: performance.now() - began })
    })
  })
}

const head = (...lines: readonly string[]) =>
  [
    ...['POST /api/clients.add HTTP/1.1', `Host: ${door.host}`, `Origin: ${door.origin}`],
    ...[`Authorization: Bearer ${door.token}`, 'Content-Type: application/json', ...lines, '', ''],
  ].join('\r\n')
const ask = (text: string) => askRaw(door.loopback.port, text)
const post = (body: string) =>
  ask(head(`Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close') + body)
const good = JSON.stringify(aNewClient('Nadia & Sam'))

describe('a body', () => {
  it('that is right is read, however it comes', async () => {
    const texts = [
      head(`Content-Length: ${good.length}`, 'Connection: close'),
      good.slice(0, 9),
      good.slice(9),
    ]
    const socket = openSocket(door.loopback.port, () => socket.write(texts[0] ?? ''))
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    for (const text of texts.slice(1)) {
      await new Promise((resume) => setTimeout(resume, 50))
      socket.write(text)
    }
    await new Promise((resolve) => socket.on('close', resolve))
    expect(readAnswer(answer)).toMatchObject({ status: 200, body: expect.stringContaining('"ok":true') })
  })

  it('of 10 GB is refused by what it says of itself, and cut off soon', async () => {
    const { answer, sent } = await pump(head('Content-Length: 10737418240'))
    expect(answer).toMatchObject({ status: 413, body: '{"error":"E_TOO_LARGE"}' })
    expect(sent).toBeLessThan(1024 ** 3)
  })

  it('of 10 GB that says nothing of itself is refused and cut off as well', async () => {
    const { answer, sent } = await pump(head('Transfer-Encoding: chunked') + '280000000\r\n')
    expect(answer).toMatchObject({ status: 411, body: '{"error":"E_LENGTH"}' })
    expect(sent).toBeLessThan(1024 ** 3)
  })

  it('larger than a code is not read from somebody who has no token', async () => {
    const code = JSON.stringify({ code: 'a'.repeat(2_000) })
    const lines = ['Content-Type: application/json', `Content-Length: ${code.length}`, 'Connection: close']
    const asked = [
      'POST /session HTTP/1.1',
      `Host: ${door.host}`,
      `Origin: ${door.origin}`,
      ...lines,
      '',
      code,
    ]
    expect(await ask(asked.join('\r\n'))).toMatchObject({ status: 413, body: '{"error":"E_TOO_LARGE"}' })
  })

  it.each([
    ['100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['100,000 deep and without end', '{"a":'.repeat(100_000)],
    ['33 deep', '['.repeat(33) + ']'.repeat(33)],
    ['with a field twice', '{"name":"Nadia","name":"Sam"}'],
    ['with a field twice inside', '{"name":"Nadia","people":[{"name":"a","called":"b","name":"c"}]}'],
    ['with a field twice, once in disguise', '{"name":"Nadia","n\\u0061me":"Sam"}'],
    ['that ends too early', '{"name":"Nad'],
    ['with two values', '{}{}'],
  ])('%s is no JSON Kept reads', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: expect.stringContaining('"E_JSON"') })
  })

  it.each([
    ['__proto__', '{"__proto__":{"name":"Nadia"}}'],
    ['__proto__ beside the rest', `{"__proto__":{"stage":"past"},${good.slice(1)}`],
    ['__proto__ deeper', good.replace('"people":[]', '"people":[{"__proto__":{"isInLetters":true}}]')],
    ['constructor', `{"constructor":{"prototype":{"stage":"past"}},${good.slice(1)}`],
    ['toString', `{"toString":1,${good.slice(1)}`],
  ])('with a field named %s is refused by its schema', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 200, body: expect.stringContaining('"E_PAYLOAD"') })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('shorter than it says is an end in the middle', async () => {
    const answer = await new Promise<RawAnswer>((resolve) => {
      const socket = openSocket(door.loopback.port, () =>
        socket.end(`${head('Content-Length: 5000')}{"name":`),
      )
      let text = ''
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
      socket.on('close', () => resolve(readAnswer(text)))
    })
    expect(answer.status).toBe(400)
  })

  it.each([
    ['longer than it says', () => head('Content-Length: 2') + '{}{"name":"Nadia"}'],
    [
      'in chunks, with a length',
      () => head('Content-Length: 2', 'Transfer-Encoding: chunked') + '2\r\n{}\r\n0\r\n\r\n',
    ],
    [
      'in chunks, with a length behind',
      () => head('Transfer-Encoding: chunked', 'Content-Length: 2') + '0\r\n\r\n',
    ],
    ['with two lengths', () => head('Content-Length: 2', 'Content-Length: 20') + '{}'],
    ['with a length twice', () => head('Content-Length: 2', 'Content-Length: 2') + '{}'],
    ['with a length in a list', () => head('Content-Length: 2, 2') + '{}'],
    ['with a length below nothing', () => head('Content-Length: -2') + '{}'],
    ['with a length and its sign', () => head('Content-Length: +2') + '{}'],
    ['with a length in hex', () => head('Content-Length: 0x2') + '{}'],
    ['with a length and a blank before the colon', () => head('Content-Length : 2') + '{}'],
    ['in something like chunks', () => head('Transfer-Encoding: xchunked') + '2\r\n{}\r\n0\r\n\r\n'],
    ['in chunks and not', () => head('Transfer-Encoding: chunked, identity') + '2\r\n{}\r\n0\r\n\r\n'],
    ['in chunks twice', () => head('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
    ['in chunks of a size that is none', () => head('Transfer-Encoding: chunked') + 'zz\r\n{}\r\n0\r\n\r\n'],
    ['in chunks below nothing', () => head('Transfer-Encoding: chunked') + '-1\r\n{}\r\n0\r\n\r\n'],
    [
      'in chunks larger than any number',
      () => `${head('Transfer-Encoding: chunked')}${'f'.repeat(40)}\r\n{}`,
    ],
  ])('%s hides no second request', async (_, text) => {
    const before = await hashOfStore(door.test.store)
    const hidden = head(`Content-Length: ${good.length}`, 'Connection: close') + good
    const { status, answers } = await askMany(text() + hidden)

    expect([200, 400, 411, 413]).toContain(status)
    // What follows a complete request is a request of its own; after one that lies nothing is read any more.
    if (status === 200) expect(answers).toEqual([200, 400])
    else expect(await hashOfStore(door.test.store)).toBe(before)
  })

  it('behind a question that has none hides no second request', async () => {
    const before = await hashOfStore(door.test.store)
    const hidden = head(`Content-Length: ${good.length}`, 'Connection: close') + good
    for (const line of [`Content-Length: ${hidden.length}`, 'Transfer-Encoding: chunked']) {
      const asked = ['GET / HTTP/1.1', `Host: ${door.host}`, 'Connection: close', line, '', hidden].join(
        '\r\n',
      )
      expect((await askMany(asked)).answers[0]).toBe(413)
    }
    expect(await hashOfStore(door.test.store)).toBe(before)
  })
})

describe('a head', () => {
  const reading = (...lines: readonly string[]) =>
    ['GET / HTTP/1.1', `Host: ${door.host}`, ...lines, 'Connection: close', '', ''].join('\r\n')

  it.each([
    ['of 50,000 lines', () => reading(...Array.from({ length: 50_000 }, (_, n) => `X-${n}: a`))],
    ['of 101 lines', () => reading(...Array.from({ length: 99 }, (_, n) => `X-${n}: a`))],
    [
      'of 3,000 short lines, a second Host among the last',
      () => reading(...Array(3_000).fill('a:'), 'Host: evil.example'),
    ],
    ['with one line of 20 KB', () => reading(`X-Long: ${'a'.repeat(20_480)}`)],
    ['with a path of 20 KB', () => `GET /${'a'.repeat(20_480)} HTTP/1.1\r\nHost: ${door.host}\r\n\r\n`],
  ])('%s is too large', async (_, text) => {
    const answer = await ask(text())
    expect(answer.status).toBe(413)
    for (const [name, value] of Object.entries(pageHeaders)) expect(answer.headers.get(name)).toBe(value)
  })

  it.each([
    ['with lines ended by LF alone', () => `GET / HTTP/1.1\nHost: ${door.host}\n\n`],
    ['with a NUL in it', () => reading('X-Nul: a\0b')],
    ['with a line that has no colon', () => reading('Nonsense')],
    ['with a folded line', () => reading('X-Folded: a\r\n b')],
    ['of another protocol', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['of another version', () => `GET / HTTP/9.9\r\nHost: ${door.host}\r\n\r\n`],
    ['without anything', () => '\r\n\r\n\r\n   \r\n'],
  ])('%s is no request', async (_, text) => {
    expect((await ask(text())).status).toBe(400)
  })

  it('with as many lines as a browser sends is read', async () => {
    expect((await ask(reading(...Array.from({ length: 60 }, (_, n) => `X-${n}: a`)))).status).toBe(200)
  })
})

describe('many requests at once on one connection', () => {
  it('are no browser’s, and it is ended', async () => {
    const asked = `GET /api HTTP/1.1\r\nHost: ${door.host}\r\n\r\n`
    const { answers } = await askMany(asked.repeat(20_000))
    expect(answers.length).toBeLessThanOrEqual(8)
  })

  it('one after the other, are', async () => {
    const asked = `GET / HTTP/1.1\r\nHost: ${door.host}\r\n`
    const { answers } = await askMany(`${asked}\r\n`.repeat(5) + `${asked}Connection: close\r\n\r\n`)
    expect(answers).toEqual([200, 200, 200, 200, 200, 200])
  })
})

describe('who is slow', () => {
  it('with the head, or never begins, is cut off after ten seconds', async () => {
    for (const answer of [await slow.header, await slow.silent]) {
      expect(answer.status).toBe(408)
      expect(answer.after).toBeGreaterThan(9_000)
    }
  })

  it('with the body is cut off after thirty', async () => {
    const answer = await slow.body
    expect(answer.status).toBe(408)
    expect(answer.after).toBeGreaterThan(29_000)
  }, 90_000)
})

it('nothing of all this was written but what was asked for in full', async () => {
  const names = (await rowsOf(door.test.store, 'client')).map(({ name }) => name)
  expect([...new Set(names)]).toEqual(['Nadia & Sam'])
})

/** Sends the head and then bytes without end, until the connection is ended; what came back, and how much was sent. */
function pump(text: string): Promise<{ readonly answer: RawAnswer; readonly sent: number }> {
  const block = Buffer.alloc(64 * 1024, 'a')
  return new Promise((resolve) => {
    const state = { sent: 0, text: '' }
    const socket = openSocket(door.loopback.port, () => socket.write(text, send))
    const send = () => {
      if (!socket.writable) return
      state.sent += block.length
      socket.write(block, send)
    }
    socket.on('data', (chunk: Buffer) => (state.text += chunk.toString()))
    socket.on('close', () => resolve({ answer: readAnswer(state.text), sent: state.sent }))
  })
}

/** The status of every answer there was. */
async function askMany(
  text: string,
): Promise<{ readonly status: number; readonly answers: readonly number[] }> {
  const all = await new Promise<string>((resolve) => {
    const socket = openSocket(door.loopback.port, () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer))
  })
  const answers = [...all.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
  return { status: answers[0] ?? 0, answers }
}
