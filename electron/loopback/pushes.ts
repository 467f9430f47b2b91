import type { Backend } from '../api/backend'

/** A blank line this often keeps the connection from being taken for dead. */
const heartbeat = 15_000

/** What the host tells by itself, as lines of JSON, for as long as the window reads. */
export function pushStream(backend: Backend): ReadableStream<Uint8Array> {
  const leaving = new AbortController()
  return new ReadableStream({
    start(stream) {
      const say = (line: string) => stream.enqueue(new TextEncoder().encode(`${line}\n`))
      say('')
      const beating = setInterval(() => say(''), heartbeat)
      const forget = backend.onPush((push) => say(JSON.stringify(push)))
      leaving.signal.addEventListener('abort', () => {
        clearInterval(beating)
        forget()
      })
    },
    cancel: () => leaving.abort(),
  })
}
