import type { Endpoint, InputOf, Named, OutputOf, Reply } from '../shared/api/contract'

/** A script beside the window: it asks what a window asks, and what it asks is typed. */
export type Script = {
  /** Answers with the value; fails with the sentence of a refusal. */
  readonly ask: <E extends Named<Endpoint>>(endpoint: E, input: InputOf<E>) => Promise<OutputOf<E>>
}

/** A script over a way to the host. */
export const scriptOver = (send: (name: string, input: unknown) => Promise<unknown>): Script => ({
  async ask(endpoint, input) {
    const reply = (await send(endpoint.name, input)) as Reply<OutputOf<typeof endpoint>>
    if (!reply.ok) throw new Error(`${endpoint.name}: ${reply.error.code} ${reply.error.message}`)
    return reply.value
  },
})

/** Whoever is served over loopback: it gives one-time links. */
type Linked = { readonly origin: string; readonly newLink: () => Promise<string> }

/** Opens a session of its own by a new link, so that the printed one is left to the browser. */
export async function openScript(kept: Linked): Promise<Script> {
  const code = new URL(await kept.newLink()).hash.slice(1)
  const { token } = (await post(kept, '/session', { code })) as { token: string }
  return scriptOver((name, input) => post(kept, `/api/${name}`, input, token))
}

async function post({ origin }: Linked, path: string, body: unknown, token?: string): Promise<unknown> {
  const headers = {
    origin,
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.json()
}
