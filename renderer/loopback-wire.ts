import type { Reply } from '../shared/api/contract'
import type { Push } from '../shared/api/pushes'
import { unreachable, type Wire } from './wire'

const tokenKey = 'kept.token'
const firstPause = 500
const longestPause = 10_000

/**
 * Opens the session of a browser window: trades the one-time code of the address for a token, or takes the
 * token this tab already has. Gives null when there is neither, or the host no longer knows it.
 */
export async function openLoopback(page: Window): Promise<Wire | null> {
  const code = page.location.hash.slice(1)
  const token = isCode(code) ? await tradeCode(page, code) : page.sessionStorage.getItem(tokenKey)
  return token === null ? null : loopbackWire(token)
}

/** A one-time code is what stands in the fragment and is no route. */
const isCode = (fragment: string): boolean => fragment !== '' && !fragment.startsWith('/')

async function tradeCode(page: Window, code: string): Promise<string | null> {
  page.history.replaceState(null, '', page.location.pathname)
  const answer = await post('/session', { code })
  if (!answer.ok) return page.sessionStorage.getItem(tokenKey)
  const { token } = (await answer.json()) as { token: string }
  page.sessionStorage.setItem(tokenKey, token)
  return token
}

function loopbackWire(token: string): Wire {
  return {
    async ask(name, input) {
      try {
        const answer = await post(`/api/${name}`, input, token)
        return (await answer.json()) as Reply
      } catch {
        return unreachable(Date.now())
      }
    },
    onPush(listener, onGap = () => undefined) {
      const closing = new AbortController()
      void listen(token, listener, onGap, closing.signal)
      return () => closing.abort()
    },
  }
}

const post = (path: string, body: unknown, token?: string): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })

/**
 * Reads the stream of pushes line by line, and opens it again, with growing pauses, when it breaks. What changed
 * before it stood, also the first time, is not in it: so that is a gap as well.
 */
async function listen(
  token: string,
  listener: (push: Push) => void,
  onGap: () => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = firstPause
  let hasGap = false
  const opened = () => {
    onGap()
    hasGap = false
    pause = firstPause
  }
  while (!signal.aborted) {
    try {
      await readPushes(token, listener, opened, signal)
    } catch {
      // The host is gone for the moment; what was missed is asked for again once it is back.
    }
    if (signal.aborted) return
    if (!hasGap) onGap()
    hasGap = true
    await new Promise((resume) => setTimeout(resume, pause))
    pause = Math.min(pause * 2, longestPause)
  }
}

async function readPushes(
  token: string,
  listener: (push: Push) => void,
  opened: () => void,
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch('/push', { headers: { authorization: `Bearer ${token}` }, signal })
  if (!answer.ok || !answer.body) return
  opened()
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let rest = ''; ;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    lines.filter((line) => line !== '').forEach((line) => listener(JSON.parse(line) as Push))
  }
}
