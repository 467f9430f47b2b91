import type { Endpoint, InputOf, Named, OutputOf, Reply } from '../shared/api/contract'
import type { Served } from './kept'

/** A script beside the window: it asks what a window asks, and what it asks is typed. */
export type Script = {
  /** Answers with the value; fails with the sentence of a refusal. */
  readonly ask: <E extends Named<Endpoint>>(endpoint: E, input: InputOf<E>) => Promise<OutputOf<E>>
}

/** Opens a session of its own by a new link, so that the printed one is left to the browser. */
export async function openScript(kept: Served): Promise<Script> {
  const code = new URL(await kept.newLink()).hash.slice(1)
  const { token } = (await post(kept, '/session', { code })) as { token: string }
  return {
    async ask(endpoint, input) {
      const reply = (await post(kept, `/api/${endpoint.name}`, input, token)) as Reply<
        OutputOf<typeof endpoint>
      >
      if (!reply.ok) throw new Error(`${endpoint.name}: ${reply.error.code} ${reply.error.message}`)
      return reply.value
    },
  }
}

async function post({ origin }: Served, path: string, body: unknown, token?: string): Promise<unknown> {
  const headers = {
    origin,
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.json()
}
