import { Hono, type Context } from 'hono'
import { describeRequests } from '../../shared/api/describe'
import { Refusal } from '../../shared/lib/refusal'
import type { Language } from '../../shared/words/say'
import type { Backend } from '../api/backend'
import type { PageFiles } from '../api/page'
import type { Clock } from '../api/ports'
import { refused } from '../api/reply'
import { isTooDeep, namesFieldTwice } from './body'
import { pushStream } from './pushes'
import { tokenIn, type Sessions } from './session'

/** A code and its braces; anybody may send one, so no more than that is read. */
const codeAtMost = 1_024

/** What the loopback host serves. */
export type Served = {
  readonly backend: Backend
  readonly files: PageFiles
  readonly sessions: Sessions
  readonly clock: Clock
  readonly language: Language
  /** Told of requests that were turned away before routing, at most once a minute for each reason. */
  readonly onTurnedAway?: (what: string) => void
}

/** Every route there is: the page, the trade of a code for a token, the requests, their list, and the pushes. */
export function routesOf(served: Served): Hono {
  const app = new Hono()
  app.post('/session', (c) => trade(served, c))
  app.get('/api', async (c) => (await mayAsk(served, c)) ?? c.json(describeRequests()))
  app.get('/push', async (c) => (await mayAsk(served, c)) ?? pushes(served, c))
  app.post('/api/:name', async (c) => (await mayAsk(served, c)) ?? answer(served, c))
  app.get('*', (c) => file(served.files, c))
  app.notFound((c) => c.json({ error: 'E_NOT_FOUND' }, 404))
  app.onError((_, c) => c.json({ error: 'E_INTERNAL' }, 500))
  return app
}

const lines = { 'content-type': 'application/x-ndjson' }

/** Who asks for the headers only gets no stream that nobody would end. */
const pushes = ({ backend }: Served, c: Context): Response =>
  c.req.raw.method === 'HEAD' ? c.body(null, 200, lines) : c.body(pushStream(backend), 200, lines)

async function trade({ sessions }: Served, c: Context): Promise<Response> {
  if (Number(c.req.header('content-length')) > codeAtMost) return c.json({ error: 'E_TOO_LARGE' }, 413)
  const body = await readJson(c)
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null
  const token = typeof code === 'string' ? sessions.trade(code) : null
  if (token !== null) return c.json({ token })
  await pause(sessions.delayWrongTry())
  return c.json({ error: 'E_CODE' }, 401)
}

/** Null for the right token, otherwise the answer that refuses. */
async function mayAsk(served: Served, c: Context): Promise<Response | null> {
  if (served.sessions.isToken(tokenIn(c.req.header('authorization') ?? ''))) return null
  await pause(served.sessions.delayWrongTry())
  return refuse(served, c, new Refusal('not-allowed', 'E_TOKEN'), 401)
}

async function answer(served: Served, c: Context): Promise<Response> {
  const input = await readJson(c)
  if (input === undefined) return refuse(served, c, new Refusal('invalid', 'E_JSON'), 400)
  return c.json(await served.backend.answer(c.req.param('name') ?? '', input))
}

/** Undefined where the body is no JSON, nested too deep to be any request's, or names a field twice. */
async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (isTooDeep(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return namesFieldTwice(text) ? undefined : value
  } catch {
    return undefined
  }
}

function file(files: PageFiles, c: Context): Response {
  const found = files.get(new URL(c.req.url).pathname)
  if (found === undefined) return c.json({ error: 'E_NOT_FOUND' }, 404)
  return c.body(found.bytes, 200, { 'content-type': found.type })
}

const refuse = ({ clock, language }: Served, c: Context, refusal: Refusal, status: 400 | 401) =>
  c.json(refused(refusal, clock.now(), language), status)

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))
