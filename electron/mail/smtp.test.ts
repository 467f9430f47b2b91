import { createPrivateKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import fc from 'fast-check'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../shared/lib/refusal'
import type { MailServer, MimeLetter } from '../api/ports'
import { mime } from './mime'
import { smtpMail } from './smtp'

type Got = { readonly from: string; readonly to: readonly string[]; readonly bytes: string }

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const envelope = { from: 'hazel@marsh.example', to: ['priya@raman.example', 'tom@hollis.example'] }
const bytes = new TextEncoder().encode('Subject: x\r\nMessage-ID: <1@marsh.example>\r\n\r\nDear Priya,\r\n')
const nothing = async () => undefined

const serverOf = (port: number, differences: Partial<MailServer> = {}): MailServer => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: null,
  password: null,
  ...differences,
})

/** A real server on this computer that remembers what it was given, and which commands it heard. */
async function recording(options: SMTPServerOptions = {}) {
  const got: Got[] = []
  const heard: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: ({ username, password }, _session, done) => {
      heard.push('AUTH')
      if (username === 'hazel' && password === 'right') done(null, { user: username })
      else done(Object.assign(new Error('Invalid credentials'), { responseCode: 535 }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        got.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          bytes: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return { port: (server.server.address() as AddressInfo).port, got, heard }
}

describe('a letter that is handed over', () => {
  it('reaches the server byte for byte, once, with the envelope it has', async () => {
    const { port, got } = await recording()

    const delivery = await smtpMail().send(serverOf(port), envelope, bytes, nothing)

    expect(delivery).toMatchObject({ outcome: 'sent', refused: [] })
    expect(got).toEqual([{ ...envelope, bytes: new TextDecoder().decode(bytes) }])
  })

  it('is not complete before the store knows that it is about to be', async () => {
    const { port, got } = await recording()
    const seen: number[] = []

    await smtpMail().send(serverOf(port), envelope, bytes, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      seen.push(got.length)
    })

    expect([seen, got.length]).toEqual([[0], 1])
  })

  it('is not handed over at all where the store cannot be told', async () => {
    const { port, got } = await recording()

    const delivery = await smtpMail().send(serverOf(port), envelope, bytes, async () => {
      throw new Error('disk full')
    })

    expect([delivery.outcome, got]).toEqual(['later', []])
  })

  it('keeps dots, long lines and other letters of the alphabet', async () => {
    const { port, got } = await recording()
    const letter = await mime(aLetter({ text: `.\n..\n.x\n${'ä'.repeat(2_000)}\n.` }))

    await smtpMail().send(serverOf(port), envelope, letter, nothing)

    expect(got[0]?.bytes).toBe(new TextDecoder().decode(letter))
  })

  it('says who was refused where the server takes it for some', async () => {
    const { port, got } = await recording({
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('tom') ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null,
        ),
    })

    const delivery = await smtpMail().send(serverOf(port), envelope, bytes, nothing)

    expect(delivery).toMatchObject({ outcome: 'sent', refused: ['tom@hollis.example'] })
    expect(got.map(({ to }) => to)).toEqual([['priya@raman.example']])
  })

  it('carries exactly the headers and recipients that were meant, for hostile names (OM-9)', async () => {
    const { port, got } = await recording()
    const mail = smtpMail()
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '\r\nBcc: eve@evil.example',
        '\n.\n',
        '\r\n.\r\nMAIL FROM:<eve@evil.example>',
        '\0',
        '\u2028',
        '\u0085',
        '\r',
      ),
    )
    const letters = fc.sample(fc.tuple(hostile, hostile, hostile), 2_000)
    const expected: string[] = []

    for (let from = 0; from < letters.length; from += 100) {
      const batch = letters.slice(from, from + 100)
      await Promise.all(
        batch.map(async ([name, subject, text]) => {
          const letter = await mime(
            aLetter({ to: [{ name, address: 'priya@raman.example' }], subject, text }),
          )
          expected.push(new TextDecoder().decode(letter))
          const { outcome } = await mail.send(serverOf(port), envelope, letter, nothing)
          expect(outcome).toBe('sent')
        }),
      )
    }

    expect(got.map((letter) => letter.bytes).toSorted()).toEqual(expected.toSorted())
    expect(got.every(({ from, to }) => from === envelope.from && to.join() === envelope.to.join())).toBe(true)
  }, 60_000)
})

const aLetter = (differences: Partial<MimeLetter>): MimeLetter => ({
  from: { name: 'Hazel', address: 'hazel@marsh.example' },
  to: [{ name: 'Priya', address: 'priya@raman.example' }],
  subject: 'x',
  text: 'x',
  html: null,
  date: 0,
  messageId: '<1@marsh.example>',
  boundary: '1',
  ...differences,
})

/** What a scripted server does when it hears a command; `after-dot` is asked when the letter is complete. */
type Step = 'greet' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'in-data' | 'after-dot'
type Script = Partial<Record<Step, string | ((socket: Socket) => void)>>

const usualAnswers: Record<Step, string> = {
  greet: '220 mail.example.org',
  EHLO: '250 mail.example.org',
  STARTTLS: '502 no',
  AUTH: '235 ok',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  'in-data': '',
  'after-dot': '250 taken',
}

/** A server that follows a script; `taken` counts the letters that were complete when they came in. */
async function scripted(script: Script) {
  const count = { taken: 0, connections: 0 }
  const heard: string[] = []
  const server: Server = createServer((socket) => {
    count.connections++
    socket.on('error', () => undefined)
    const act = (step: Step) => {
      const answer = script[step] ?? usualAnswers[step]
      if (typeof answer === 'function') answer(socket)
      else if (answer !== '') socket.write(`${answer}\r\n`)
    }
    let data = ''
    let isData = false
    act('greet')
    socket.on('data', (chunk) => {
      data += chunk.toString('latin1')
      if (isData) {
        act('in-data')
        if (!data.endsWith('\r\n.\r\n')) return
        isData = false
        data = ''
        count.taken++
        return act('after-dot')
      }
      const lines = data.split('\r\n')
      data = lines.pop() ?? ''
      for (const line of lines) {
        const command = line.slice(0, 8).split(' ')[0]?.toUpperCase() ?? ''
        heard.push(command)
        if (command === 'QUIT') socket.end('221 bye\r\n')
        else act(command as Step)
        isData ||= command === 'DATA' && !(script.DATA ?? '354').toString().startsWith('4')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return { port: (server.address() as AddressInfo).port, count, heard }
}

const drip = (socket: Socket) => {
  const dripping = setInterval(() => socket.write('2'), 20)
  socket.on('close', () => clearInterval(dripping))
}
const drop = (socket: Socket) => void socket.destroy()

describe('a fault before the last dot', () => {
  it('of a server that is not there means: later', async () => {
    const { port } = await recording()
    for (const close of closing.splice(0)) close()
    await new Promise((resolve) => setTimeout(resolve, 50))

    const delivery = await smtpMail().send(serverOf(port), envelope, bytes, nothing)

    expect(delivery).toEqual({
      outcome: 'later',
      code: 'E_SMTP_UNREACHABLE',
      values: { host: '127.0.0.1', port, why: 'refused' },
    })
  })

  it.each<[string, Script, string]>([
    ['closes before its greeting', { greet: drop }, 'E_SMTP_UNREACHABLE'],
    ['has no greeting but a refusal', { greet: '554 go away' }, 'E_SMTP_BUSY'],
    ['hangs at its greeting', { greet: '' }, 'E_SMTP_UNREACHABLE'],
    ['speaks in junk', { greet: '\u0000\u0001\u0002 junk' }, 'E_SMTP_BUSY'],
    ['shuts down at EHLO', { EHLO: '421 closing' }, 'E_SMTP_BUSY'],
    ['is busy at MAIL', { MAIL: '421 busy' }, 'E_SMTP_BUSY'],
    ['is busy at RCPT', { RCPT: '450 greylisted' }, 'E_SMTP_BUSY'],
    ['is busy at DATA', { DATA: '451 later' }, 'E_SMTP_BUSY'],
    ['hangs up at MAIL', { MAIL: drop }, 'E_SMTP_UNREACHABLE'],
    ['hangs up at RCPT', { RCPT: drop }, 'E_SMTP_UNREACHABLE'],
    ['hangs up at DATA', { DATA: drop }, 'E_SMTP_UNREACHABLE'],
  ])('by a server that %s means: later', async (_what, script, code) => {
    const { port, count } = await scripted(script)

    const delivery = await smtpMail({ greetingMs: 300 }).send(serverOf(port), envelope, bytes, nothing)

    expect(delivery).toMatchObject({ outcome: 'later', code })
    expect(count.taken).toBe(0)
  })

  it.each<[string, Step]>([
    ['greets', 'greet'],
    ['introduces itself', 'EHLO'],
    ['lets one in', 'AUTH'],
    ['takes the sender', 'MAIL'],
  ])('by a server that %s byte by byte, without end, means: later', async (_what, step) => {
    const { port } = await scripted({ EHLO: '250-mail.example.org\r\n250 AUTH PLAIN', [step]: drip })
    const account = serverOf(port, { user: 'hazel', password: 'right' })

    const delivery = await smtpMail({ attemptMs: 400 }).send(account, envelope, bytes, nothing)

    expect(delivery).toMatchObject({
      outcome: 'later',
      code: 'E_SMTP_UNREACHABLE',
      values: { why: 'timeout' },
    })
  })

  it('in the middle of a long letter means: later, for its end never left', async () => {
    const { port, count } = await scripted({ 'in-data': drop })
    const long = new TextEncoder().encode(`Subject: x\r\n\r\n${'x'.repeat(70)}\r\n`.repeat(200_000))
    const state = { isCommitting: false }

    const delivery = await smtpMail().send(serverOf(port), envelope, long, async () => {
      state.isCommitting = true
    })

    expect([delivery.outcome, state.isCommitting, count.taken]).toEqual(['later', false, 0])
  })

  it.each<[string, Script]>([
    ['the sender', { MAIL: '550 not you' }],
    ['every recipient', { RCPT: '550 5.1.1 no such user' }],
    ['the letter before it came', { DATA: '554 no' }],
    ['the letter when it was complete', { 'after-dot': '554 5.7.1 spam' }],
  ])('by a server that refuses %s ends it', async (_what, script) => {
    const { port } = await scripted(script)

    const delivery = await smtpMail().send(serverOf(port), envelope, bytes, nothing)

    expect(delivery).toMatchObject({ outcome: 'refused', code: 'E_SMTP_REJECTED' })
  })

  it('names the recipient that was refused, and the server’s own words', async () => {
    const { port } = await scripted({ RCPT: '550 5.1.1 no such user' })

    const delivery = await smtpMail().send(
      serverOf(port),
      { ...envelope, to: ['anna@ex.example'] },
      bytes,
      nothing,
    )

    expect(delivery).toMatchObject({
      values: { host: '127.0.0.1', recipient: 'anna@ex.example', answer: '550 5.1.1 no such user' },
    })
  })

  it('is told apart from a server that wants a password first', async () => {
    const { port } = await scripted({ MAIL: '530 5.7.0 Authentication required' })

    expect(await smtpMail().send(serverOf(port), envelope, bytes, nothing)).toMatchObject({
      outcome: 'paused',
      code: 'E_SMTP_AUTH',
    })
  })
})

describe('a fault after the last dot', () => {
  it.each<[string, Script]>([
    ['hangs up without a reply', { 'after-dot': drop }],
    ['resets the connection', { 'after-dot': (socket) => void socket.resetAndDestroy() }],
    ['says nothing', { 'after-dot': '' }],
    ['answers with half a reply', { 'after-dot': (socket) => void socket.end('25') }],
    ['answers with junk', { 'after-dot': '\u0001\u0002' }],
    ['asks for more', { 'after-dot': '354 go on' }],
  ])('by a server that %s leaves it unknown (OM-4)', async (_what, script) => {
    const { port, count } = await scripted(script)

    const delivery = await smtpMail({ silenceMs: 300 }).send(serverOf(port), envelope, bytes, nothing)

    expect(delivery).toEqual({ outcome: 'unknown', code: 'E_MAIL_UNKNOWN', values: { host: '127.0.0.1' } })
    expect(count).toEqual({ taken: 1, connections: 1 })
  })

  it('by a server that puts it off means: later', async () => {
    const { port } = await scripted({ 'after-dot': '451 try again' })

    expect(await smtpMail().send(serverOf(port), envelope, bytes, nothing)).toMatchObject({
      outcome: 'later',
      code: 'E_SMTP_BUSY',
      values: { answer: '451 try again' },
    })
  })

  it('does not matter once the server has said yes', async () => {
    const sayYes = (socket: Socket) =>
      void socket.write('250 taken\r\n', () => setTimeout(() => socket.resetAndDestroy(), 20))
    const { port, count } = await scripted({ 'after-dot': sayYes })

    expect(await smtpMail().send(serverOf(port), envelope, bytes, nothing)).toMatchObject({ outcome: 'sent' })
    expect(count.taken).toBe(1)
  })

  it('waits for an answer that takes its time', async () => {
    const { port, count } = await scripted({
      'after-dot': (socket) => void setTimeout(() => socket.write('250 taken\r\n'), 400),
    })

    expect(await smtpMail().send(serverOf(port), envelope, bytes, nothing)).toMatchObject({ outcome: 'sent' })
    expect(count.taken).toBe(1)
  })

  it('gives up on a server that never comes to an end', async () => {
    const trickle = (socket: Socket) => {
      const timer = setInterval(() => socket.write('2'), 20)
      socket.on('close', () => clearInterval(timer))
    }
    const { port } = await scripted({ 'after-dot': trickle })

    expect(await smtpMail({ attemptMs: 400 }).send(serverOf(port), envelope, bytes, nothing)).toMatchObject({
      outcome: 'unknown',
    })
  })
})

describe('signing in', () => {
  it('happens with the password that is given', async () => {
    const { port, got } = await recording({ authOptional: false, allowInsecureAuth: true })
    const server = serverOf(port, { user: 'hazel', password: 'right' })

    expect((await smtpMail().check(server)).greeting).toMatch(/^235 /)
    expect(await smtpMail().send(server, envelope, bytes, nothing)).toMatchObject({ outcome: 'sent' })
    expect(got).toHaveLength(1)
  })

  it('that is refused pauses the account and hands nothing over', async () => {
    const { port, got } = await recording({ authOptional: false, allowInsecureAuth: true })
    const server = serverOf(port, { user: 'hazel', password: 'wrong' })

    expect(await smtpMail().send(server, envelope, bytes, nothing)).toMatchObject({
      outcome: 'paused',
      code: 'E_SMTP_AUTH',
    })
    expect(got).toEqual([])
  })

  it('that fails for a moment only is tried again', async () => {
    const { port } = await scripted({ EHLO: '250-mail\r\n250 AUTH PLAIN', AUTH: '454 later' })
    const server = serverOf(port, { user: 'hazel', password: 'right' })

    expect(await smtpMail().send(server, envelope, bytes, nothing)).toMatchObject({ outcome: 'later' })
  })
})

describe('encryption (OM-10)', () => {
  it('is demanded of every server elsewhere', async () => {
    const elsewhere = serverOf(25, { host: 'mail.example.org' })

    expect(await smtpMail().send(elsewhere, envelope, bytes, nothing)).toEqual({
      outcome: 'paused',
      code: 'E_TLS_NEEDED',
      values: { host: 'mail.example.org' },
    })
    await expect(smtpMail().check(elsewhere)).rejects.toMatchObject({ code: 'E_TLS_NEEDED' })
  })

  it.each(['tls', 'starttls'] as const)('by %s carries letter and password', async (security) => {
    const { key, cert } = certificate({ names: ['localhost'] })
    const { port, got, heard } = await recording({
      secure: security === 'tls',
      disabledCommands: [],
      authOptional: false,
      key,
      cert,
    })
    const server = serverOf(port, { host: 'localhost', security, user: 'hazel', password: 'right' })

    expect(await smtpMail({ authority: cert }).send(server, envelope, bytes, nothing)).toMatchObject({
      outcome: 'sent',
    })
    expect([got.length, heard]).toEqual([1, ['AUTH']])
  })

  const wrong: [string, Parameters<typeof certificate>[0], boolean, string][] = [
    ['is for another name', { names: ['other.org'] }, true, 'otherName'],
    ['nobody vouches for', { names: ['localhost'] }, false, 'selfSigned'],
    ['has run out', { names: ['localhost'], isOver: true }, true, 'expired'],
  ]
  it.each(
    wrong.flatMap((row) => (['tls', 'starttls'] as const).map((security) => [...row, security] as const)),
  )(
    'refuses a certificate that %s, before any password (%4$s)',
    async (_what, made, isTrusted, why, security) => {
      const { key, cert } = certificate(made)
      const { port, got, heard } = await recording({
        secure: security === 'tls',
        disabledCommands: [],
        key,
        cert,
      })
      const server = serverOf(port, { host: 'localhost', security, user: 'hazel', password: 'right' })
      const mail = smtpMail(isTrusted ? { authority: cert } : {})

      expect(await mail.send(server, envelope, bytes, nothing)).toMatchObject({
        outcome: 'later',
        code: 'E_TLS_CERT',
        values: { host: 'localhost', why },
      })
      await expect(mail.check(server)).rejects.toBeInstanceOf(Refusal)
      expect([got, heard]).toEqual([[], []])
    },
  )

  it.each<[string, Script]>([
    ['does not offer it', { EHLO: '250-mail\r\n250 AUTH PLAIN' }],
    [
      'offers and then refuses it',
      { EHLO: '250-mail\r\n250-STARTTLS\r\n250 AUTH PLAIN', STARTTLS: '454 no' },
    ],
    [
      'answers in the clear',
      { EHLO: '250-mail\r\n250-STARTTLS\r\n250 AUTH PLAIN', STARTTLS: '220 go\r\n250 AUTH' },
    ],
  ])('that a server %s is missed, and no password leaves', async (_what, script) => {
    const { port, heard } = await scripted(script)
    const server = serverOf(port, { security: 'starttls', user: 'hazel', password: 'right' })

    const delivery = await smtpMail({ greetingMs: 500 }).send(server, envelope, bytes, nothing)

    expect(delivery.outcome).toBe('later')
    expect(heard.filter((command) => ['AUTH', 'MAIL'].includes(command))).toEqual([])
  })

  it('older than TLS 1.2 does not count', async () => {
    const { key, cert } = certificate({ names: ['localhost'] })
    const { port, got } = await recording({
      secure: true,
      key,
      cert,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as SMTPServerOptions)
    const server = serverOf(port, { host: 'localhost', security: 'tls' })

    expect((await smtpMail({ authority: cert }).send(server, envelope, bytes, nothing)).outcome).toBe('later')
    expect(got).toEqual([])
  })
})

/** A certificate that vouches for itself, made here: X.509 v3 in DER, signed with P-256 (RFC 5280 4.1). */
function certificate(of: { readonly names: readonly string[]; readonly isOver?: boolean }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = der(0x30, oid('2a8648ce3d040302'))
  const name = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from(of.names[0] ?? '')))))
  const [from, to] = of.isOver ? ['200101000000Z', '200201000000Z'] : ['200101000000Z', '491231000000Z']
  const validity = der(0x30, der(0x17, Buffer.from(from)), der(0x17, Buffer.from(to)))
  const names = der(0x30, ...of.names.map((dns) => der(0x82, Buffer.from(dns))))
  const extensions = der(0xa3, der(0x30, der(0x30, oid('551d11'), der(0x04, names))))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const version = der(0xa0, der(0x02, Buffer.from([2])))
  const serial = der(0x02, Buffer.from([1]))
  const content = der(0x30, version, serial, algorithm, name, validity, name, key, extensions)
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign(content, privateKey)]))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(der(0x30, content, algorithm, signature)),
  }
}

const sign = (content: Buffer, key: KeyObject) =>
  createSign('SHA256')
    .update(content)
    .sign(createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' })))

const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const pem = (content: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${content.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
