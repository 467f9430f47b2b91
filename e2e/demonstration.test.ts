import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { SMTPServer } from 'smtp-server'
import { freshFolder, serve, type Served } from './kept'

/** One step of docs/api.md: something done in the terminal, or a request with what it answers. */
type Step =
  | { readonly kind: 'start'; readonly options: readonly string[] }
  | { readonly kind: 'kill' }
  | { readonly kind: 'ask'; readonly path: string; readonly input: unknown; readonly answer: unknown }

type Known = Record<string, unknown>

test('the case of docs/api.md goes as it is written, and the letter arrives exactly once', async () => {
  test.setTimeout(120_000)
  const { folder, remove } = freshFolder()
  const letters: string[] = []
  const smtp = await receiveLetters(letters)
  const known: Known = { smtpPort: (smtp.server.address() as AddressInfo).port }
  let kept: Served | undefined
  try {
    for (const step of stepsIn(readFileSync('docs/api.md', 'utf8'))) {
      if (step.kind === 'kill') await kept?.kill()
      if (step.kind === 'start') kept = await start(folder, step.options, known)
      if (step.kind === 'ask') await ask(kept, step, known)
    }
  } finally {
    await kept?.stop()
    await new Promise<void>((resolve) => smtp.close(resolve))
    remove()
  }

  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatch(/^To: .*nadia@rahman\.example/m)
})

async function start(folder: string, options: readonly string[], known: Known): Promise<Served> {
  const kept = await serve(folder, ...options)
  known['code'] = new URL(kept.link).hash.slice(1)
  return kept
}

/** Asks until the answer fits, for at most 40 seconds: delivery is waited for, everything else fits at once. */
async function ask(
  kept: Served | undefined,
  step: Extract<Step, { kind: 'ask' }>,
  known: Known,
): Promise<void> {
  const answered = async () => {
    const headers = { origin: kept?.origin ?? '', 'content-type': 'application/json' }
    const authorization = `Bearer ${String(known['token'])}`
    const body = JSON.stringify(filled(step.input, known))
    const response = await fetch(`${kept?.origin}${step.path}`, {
      method: 'POST',
      headers: { ...headers, authorization },
      body,
    })
    return (await response.json()) as unknown
  }
  const fit = async () => misfit(await answered(), step.answer, known, step.path)
  await (step.path.endsWith('.outbox') ? expect(fit).toPass({ timeout: 40_000 }) : fit())
}

function stepsIn(page: string): Step[] {
  const blocks = [...page.matchAll(/^```(sh|http|json)\n(.*?)^```$/gms)].map(([, kind, text]) => ({
    kind,
    text: text ?? '',
  }))
  return blocks.flatMap(({ kind, text }, at): Step[] => {
    if (kind === 'json') return []
    if (kind === 'sh')
      return [text.startsWith('kill') ? { kind: 'kill' } : { kind: 'start', options: optionsIn(text) }]
    const [first = '', ...input] = text.split('\n')
    const answer = JSON.parse(blocks[at + 1]?.text ?? 'null') as unknown
    return [{ kind: 'ask', path: first.replace('POST ', ''), input: JSON.parse(input.join('\n')), answer }]
  })
}

/** What the command says besides the folder, which is one of the test's own. */
const optionsIn = (command: string) =>
  command
    .trim()
    .split(' ')
    .slice(command.trim().split(' ').indexOf('NEW') + 1)

/** Names in braces become the values remembered under them. */
function filled(input: unknown, known: Known): unknown {
  if (typeof input === 'string') return nameIn(input) === null ? input : known[nameIn(input) ?? '']
  if (Array.isArray(input)) return input.map((each) => filled(each, known))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, filled(value, known)]))
}

const nameIn = (text: string) => /^\{(\w+)\}$/.exec(text)?.[1] ?? null

/** Fails unless the answer has everything the page says; a list has one that fits. Remembers what has a name. */
function misfit(answer: unknown, said: unknown, known: Known, where: string): void {
  if (typeof said === 'string' && nameIn(said) !== null) {
    const name = nameIn(said) ?? ''
    if (name !== 'token' && known[name] !== undefined) expect([where, answer]).toEqual([where, known[name]])
    known[name] = answer
  } else if (Array.isArray(said)) {
    const list = Array.isArray(answer) ? answer : []
    if (said.length === 0) expect([where, answer]).toEqual([where, []])
    for (const each of said)
      expect(
        list.some((one) => fits(one, each, known)),
        `${where}: ${JSON.stringify(answer)}`,
      ).toBe(true)
  } else if (typeof said === 'object' && said !== null) {
    for (const [key, value] of Object.entries(said))
      misfit(fieldOf(answer, key), value, known, `${where} ${key}`)
  } else expect([where, answer]).toEqual([where, said])
}

const fieldOf = (answer: unknown, key: string): unknown =>
  typeof answer === 'object' && answer !== null
    ? Object.getOwnPropertyDescriptor(answer, key)?.value
    : undefined

function fits(answer: unknown, said: unknown, known: Known): boolean {
  const tried = { ...known }
  try {
    misfit(answer, said, tried, '')
  } catch {
    return false
  }
  Object.assign(known, tried)
  return true
}

/** A real mail server of this computer that keeps what it is given. */
async function receiveLetters(letters: string[]): Promise<SMTPServer> {
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        letters.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  return smtp
}
