import type { Download, Frame, Route } from '@playwright/test'
import type { Channel } from './channel'
import type { PageAsks } from './page-script'

type Served = { readonly status: number; readonly headers: Record<string, string>; readonly body: Uint8Array }

/** Where an address of the program's own scheme is served to a page, and back. */
export const asServed = (address: string) => address.replace(/^app:\/\/([^/]+)/, 'https://$1.invalid')
export const asWritten = (address: string) => address.replace(/^https:\/\/([^/]+)\.invalid/, 'app://$1')

/** What a page asks, with the frame that asks it, as the main program would see it. */
export async function passOn(channel: Channel, id: number, frame: Frame, { ask, name, input }: PageAsks) {
  if (ask === 'navigate') return void (await channel.ask('mayNavigate', id, name))
  if (ask === 'open') return void (await channel.ask('opensOutside', id, name))
  const sent = { id, url: asWritten(frame.url()), isTop: frame.parentFrame() === null, channel: name }
  return channel.ask(ask === 'invoke' ? 'invoke' : 'sent', sent, input)
}

/** Own addresses are answered by the main program; any other stays where it is. A page that closes hears no more. */
export async function answer(channel: Channel, id: number, route: Route): Promise<void> {
  try {
    await (isOwn(route) ? fulfil(channel, route) : refuse(channel, id, route))
  } catch {
    await route.abort().catch(() => undefined)
  }
}

const isOwn = (route: Route) => asWritten(route.request().url()).startsWith('app:')

async function refuse(channel: Channel, id: number, route: Route): Promise<void> {
  const request = route.request()
  if (request.isNavigationRequest()) await channel.ask('mayNavigate', id, request.url())
  await route.abort('aborted')
}

async function fulfil(channel: Channel, route: Route): Promise<void> {
  const request = route.request()
  const { status, headers, body } = await channel.ask<Served>('serve', {
    url: asWritten(request.url()),
    method: request.method(),
    headers: request.headers(),
  })
  await route.fulfill({ status, headers, body: Buffer.from(body) })
}

/** What a page wishes to save is saved where the main program lets it. */
export async function letDownload(channel: Channel, download: Download): Promise<void> {
  const url = download.url().replace(/^blob:(.*)$/, (_, made: string) => `blob:${asWritten(made)}`)
  if ((await channel.ask('downloads', url, download.suggestedFilename())) === null) await download.cancel()
}
