import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Where a name leads from now on. */
export type Rebinding = {
  readonly proxy: string
  readonly lead: (name: string, host: string, port: number) => void
  readonly close: () => Promise<void>
}

/**
 * Resolves names for a browser: a SOCKS5 server, to which Chromium hands the name it would look up and then its bytes
 * as they are. A name that leads elsewhere from one request to the next is DNS rebinding as the browser sees it: the
 * same origin, another machine.
 */
export async function openRebinding(): Promise<Rebinding> {
  const places = new Map<string, { readonly host: string; readonly port: number }>()
  const server = createServer((client) => void serve(client, places).catch(() => client.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    proxy: `socks5://127.0.0.1:${port}`,
    lead: (name, host, to) => void places.set(name, { host, port: to }),
    close: () => end(server),
  }
}

/** RFC 1928, as much of it as a name needs: no sign-in, CONNECT, a domain name. */
async function serve(
  client: Socket,
  places: ReadonlyMap<string, { readonly host: string; readonly port: number }>,
): Promise<void> {
  client.on('error', () => client.destroy())
  await once(client, 'data')
  client.write(Buffer.from([5, 0]))
  const [request] = (await once(client, 'data')) as [Buffer]
  const name = request.subarray(5, 5 + (request[4] ?? 0)).toString()
  const place = request[3] === 3 ? places.get(name) : undefined
  const answer = (code: number) => client.write(Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]))
  if (place === undefined) {
    answer(4)
    return void client.end()
  }
  const beyond = connect(place.port, place.host)
  beyond.on('error', () => client.destroy())
  await once(beyond, 'connect')
  answer(0)
  client.pipe(beyond).pipe(client)
}

const end = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()))
