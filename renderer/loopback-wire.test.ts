import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLoopback } from './loopback-wire'

/** The host as the window meets it: what was asked of it, and the streams of pushes it has open. */
type PlayedHost = {
  readonly asked: string[]
  readonly streams: ReadableStreamDefaultController<Uint8Array>[]
  isGone: boolean
}

let host: PlayedHost

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
const reply = { ok: true, now: 1, value: null, operationId: null }

function answer(path: string, init: RequestInit): Response {
  const { authorization } = (init.headers ?? {}) as Record<string, string>
  host.asked.push(`${path} ${authorization ?? ''}`.trim())
  if (host.isGone) throw new TypeError('Failed to fetch')
  if (path === '/session') return init.body === '{"code":"right"}' ? json({ token: 'T' }) : json({}, 401)
  if (path !== '/push') return json(reply)
  return new Response(new ReadableStream<Uint8Array>({ start: (stream) => void host.streams.push(stream) }))
}

const line = (text: string) => new TextEncoder().encode(text)
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  host = { asked: [], streams: [], isGone: false }
  window.sessionStorage.clear()
  window.location.hash = ''
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => answer(path, init))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the session of a browser window', () => {
  it('begins by trading the code of the address, which then no longer stands there', async () => {
    window.location.hash = '#right'

    const wire = await openLoopback(window)

    expect(await wire?.ask('today.show', {})).toEqual(reply)
    expect(host.asked).toEqual(['/session', '/api/today.show Bearer T'])
    expect(window.location.hash).toBe('')
  })

  it('goes on after a reload with the token of this tab', async () => {
    window.sessionStorage.setItem('kept.token', 'T')
    window.location.hash = '#/clients/4'

    await (await openLoopback(window))?.ask('clients.show', { id: 4 })

    expect(host.asked).toEqual(['/api/clients.show Bearer T'])
    expect(window.location.hash).toBe('#/clients/4')
  })

  it('does not begin without either, or with a code that was used', async () => {
    expect(await openLoopback(window)).toBeNull()

    window.location.hash = '#wrong'
    expect(await openLoopback(window)).toBeNull()
  })

  it('answers that the host is gone where nothing comes back', async () => {
    window.location.hash = '#right'
    const wire = await openLoopback(window)
    host.isGone = true

    expect(await wire?.ask('today.show', {})).toMatchObject({ ok: false, error: { code: 'E_HOST_GONE' } })
  })
})

describe('what the host tells by itself', () => {
  async function listening() {
    window.sessionStorage.setItem('kept.token', 'T')
    const wire = await openLoopback(window)
    const heard: unknown[] = []
    const stop = wire?.onPush(
      (push) => void heard.push(push),
      () => void heard.push('gap'),
    )
    await settle()
    return { heard, stop }
  }

  it('is heard line by line, however it is cut, and blank lines say nothing', async () => {
    const { heard, stop } = await listening()

    host.streams[0]?.enqueue(line('\n{"kind":"changed",'))
    await settle()
    host.streams[0]?.enqueue(line('"now":5}\n\n'))
    await settle()

    expect(heard).toEqual(['gap', { kind: 'changed', now: 5 }])
    stop?.()
  })

  it('may be missed until the stream stands: that is said once it does', async () => {
    const { heard, stop } = await listening()

    expect(heard).toEqual(['gap'])
    stop?.()
  })

  it('may be missed while the stream is broken: that is said when it breaks and when it is back', async () => {
    const { heard, stop } = await listening()
    heard.length = 0
    host.isGone = true

    host.streams[0]?.error(new Error('cut'))
    await settle()
    expect(heard).toEqual(['gap'])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(heard).toEqual(['gap'])

    host.isGone = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(heard).toEqual(['gap', 'gap'])
    expect(host.streams).toHaveLength(2)
    stop?.()
  })

  it('is not listened to any more once stopped', async () => {
    const { stop } = await listening()

    stop?.()
    host.streams[0]?.error(new Error('closed'))
    await vi.advanceTimersByTimeAsync(20_000)

    expect(host.streams).toHaveLength(1)
  })
})
