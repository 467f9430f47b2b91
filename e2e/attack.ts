/** What an attack is told: where Kept is, a token it should not have, and what it wants to write there. */
export type Target = { readonly origin: string; readonly token: string; readonly body: string }

/** What a page tried, and what came of it. Everything it could read of Kept begins with "read:". */
export type Outcome = readonly [attempt: string, outcome: string]

/**
 * Everything a page can try against another site, in the page itself: it is handed over as text, so it holds all it
 * needs. The token is given to it, as if it had been stolen.
 */
export async function attack({ origin, token, body }: Target): Promise<Outcome[]> {
  const patience = 3_000
  const json = 'application/json'
  const bearer = { authorization: `Bearer ${token}` }
  const writing = `${origin}/api/clients.add`
  const late = () => new Promise<string>((resolve) => setTimeout(() => resolve('nothing'), patience))
  const whoeverIsFirst = (work: Promise<string>) =>
    Promise.race([work.catch((error: unknown) => `refused: ${String(error)}`), late()])
  const read = async (answer: Response) => {
    const text = await answer.text()
    return text === '' && answer.type === 'opaque' ? 'opaque' : `read: ${answer.status} ${text}`
  }
  const ask = (url: string, how: RequestInit & { readonly targetAddressSpace?: string }) =>
    fetch(url, how).then(read)

  const submit = (type: string, name: string, value: string) =>
    new Promise<string>((resolve) => {
      const frame = document.createElement('iframe')
      frame.name = `frame-${type}-${Math.random()}`
      document.body.append(frame)
      const form = document.createElement('form')
      Object.assign(form, { method: 'post', action: writing, enctype: type, target: frame.name })
      const field = document.createElement('input')
      Object.assign(field, { name, value })
      form.append(field)
      document.body.append(form)
      frame.onload = () => resolve(readFrame(frame))
      form.submit()
    })
  const readFrame = (frame: HTMLIFrameElement) => {
    try {
      const text = frame.contentDocument?.body.textContent ?? ''
      return text === '' ? 'opaque' : `read: ${text}`
    } catch {
      return 'opaque'
    }
  }
  const load = (name: 'img' | 'script' | 'link' | 'iframe' | 'object' | 'video', url: string) =>
    new Promise<string>((resolve) => {
      const element = document.createElement(name)
      const address = name === 'link' ? 'href' : name === 'object' ? 'data' : 'src'
      element.setAttribute(address, url)
      if (name === 'link') element.setAttribute('rel', 'stylesheet')
      element.addEventListener('error', () => resolve('refused'))
      element.addEventListener('load', () =>
        resolve(element instanceof HTMLIFrameElement ? readFrame(element) : `read: ${name} loaded`),
      )
      document.body.append(element)
    })
  const listen = () =>
    new Promise<string>((resolve) => {
      const stream = new EventSource(`${origin}/push`)
      stream.onmessage = (event) => resolve(`read: ${String(event.data)}`)
      stream.onopen = () => resolve('read: a stream')
      stream.onerror = () => {
        stream.close()
        resolve('refused')
      }
    })
  const connect = () =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/push`)
      socket.onopen = () => resolve('read: a socket')
      socket.onerror = () => resolve('refused')
    })
  const beacon = async (type: string) =>
    navigator.sendBeacon(writing, new Blob([body], { type })) ? 'sent' : 'not sent'

  const attempts: readonly (readonly [string, () => Promise<string>])[] = [
    ['form', () => submit('application/x-www-form-urlencoded', 'name', 'Mallory')],
    ['form as text', () => submit('text/plain', body.slice(0, -1), `"x":"${body.slice(-1)}`)],
    ['form in parts', () => submit('multipart/form-data', 'name', 'Mallory')],
    ['text without reading', () => ask(writing, { method: 'POST', mode: 'no-cors', body })],
    ['text', () => ask(writing, { method: 'POST', body, headers: { 'content-type': 'text/plain' } })],
    ['JSON', () => ask(writing, { method: 'POST', body, headers: { 'content-type': json } })],
    [
      'JSON with the token',
      () => ask(writing, { method: 'POST', body, headers: { 'content-type': json, ...bearer } }),
    ],
    [
      'JSON to this computer',
      () => ask(writing, { method: 'POST', body, headers: { ...bearer }, targetAddressSpace: 'loopback' }),
    ],
    ['code', () => ask(`${origin}/session`, { method: 'POST', mode: 'no-cors', body: '{"code":"guess"}' })],
    ['PUT', () => ask(writing, { method: 'PUT', body })],
    ['DELETE', () => ask(`${origin}/api`, { method: 'DELETE' })],
    ['OPTIONS', () => ask(`${origin}/api`, { method: 'OPTIONS' })],
    ['list without reading', () => ask(`${origin}/api`, { mode: 'no-cors' })],
    ['list', () => ask(`${origin}/api`, {})],
    ['list with the token', () => ask(`${origin}/api`, { headers: bearer })],
    ['list by address', () => ask(`${origin}/api?token=${token}`, { credentials: 'include' })],
    ['pushes with the token', () => ask(`${origin}/push`, { headers: bearer })],
    ['page', () => ask(`${origin}/`, {})],
    ['page without reading', () => ask(`${origin}/`, { mode: 'no-cors' })],
    ['page in a frame', () => load('iframe', `${origin}/`)],
    ['list in a frame', () => load('iframe', `${origin}/api`)],
    ['image', () => load('img', `${origin}/api/today.show`)],
    ['script', () => load('script', `${origin}/api`)],
    ['style', () => load('link', `${origin}/api`)],
    ['object', () => load('object', `${origin}/api`)],
    ['video', () => load('video', `${origin}/push`)],
    ['module', () => import(/* @vite-ignore */ `${origin}/api`).then(() => 'read: a module')],
    ['stream', listen],
    ['socket', connect],
    ['beacon', () => beacon('text/plain')],
    ['beacon as JSON', () => beacon(json)],
  ]
  const outcomes = attempts.map(async ([name, work]) => [name, await whoeverIsFirst(work())] as const)
  return Promise.all(outcomes)
}
