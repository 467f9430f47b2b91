import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Download, Frame, Page, Route } from '@playwright/test'
import type { Channel } from './channel'
import { bindingName, hearName, pageScript, type PageAsks } from './page-script'

type Place = { readonly width: number; readonly height: number }
type Served = { readonly status: number; readonly headers: Record<string, string>; readonly body: Uint8Array }

/** The pages behind the windows of one Kept; `app://kept/` is served to them as `https://kept.invalid/`. */
export type Pages = {
  /** Loads an address in a window's page; a page that crashed is replaced. */
  readonly load: (id: number, address: string, preload: string, place: Place) => Promise<void>
  readonly hear: (id: number, channel: string, input: unknown[]) => Promise<void>
  readonly close: (id: number) => Promise<void>
  /** Ends a page as a broken graphics driver would, and tells the main program. */
  readonly crash: (id: number) => Promise<void>
  /** The pages by their window. */
  readonly open: ReadonlyMap<number, Page>
  readonly end: () => Promise<void>
}

const asServed = (address: string) => address.replace(/^app:\/\/([^/]+)/, 'https://$1.invalid')
const asWritten = (address: string) => address.replace(/^https:\/\/([^/]+)\.invalid/, 'app://$1')

/** Opens pages in a context of their own; `watch` is told of each before it loads anything. */
export function openPages(
  browser: Browser,
  channel: () => Channel,
  watch: (page: Page) => Promise<void>,
): Pages {
  const open = new Map<number, Page>()
  const made: { context?: Promise<BrowserContext> } = {}
  const context = () => (made.context ??= openContext(browser, channel()))
  const idOf = (page: Page) => [...open].find(([, each]) => each === page)?.[0] ?? 0

  const newPage = async (preload: string, { width, height }: Place) => {
    const page = await (await context()).newPage()
    await page.setViewportSize({ width, height })
    await page.exposeBinding(bindingName, ({ frame }, asked: PageAsks) =>
      passOn(channel(), idOf(page), frame, asked),
    )
    await page.addInitScript({ content: pageScript(readFileSync(preload, 'utf8')) })
    await page.route(
      (url) => url.protocol === 'http:' || url.protocol === 'https:',
      (route) => answer(channel(), idOf(page), route),
    )
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame())
        void channel()
          .ask('moved', idOf(page), asWritten(frame.url()))
          .catch(() => undefined)
    })
    page.on('download', (download) => void letDownload(channel(), download))
    await watch(page)
    return page
  }
  return {
    open,
    async load(id, address, preload, place) {
      const page = open.get(id) ?? (await newPage(preload, place))
      open.set(id, page)
      await page.goto(asServed(address))
    },
    async hear(id, name, input) {
      await open
        .get(id)
        ?.evaluate(
          ([hears, at, heard]) =>
            (window as unknown as Record<string, (...input: unknown[]) => void>)[String(hears)]?.(at, heard),
          [hearName, name, input] as const,
        )
    },
    async close(id) {
      const page = open.get(id)
      open.delete(id)
      await page?.close()
    },
    async crash(id) {
      const page = open.get(id)
      if (page === undefined) return
      const crashed = page.waitForEvent('crash')
      const inspector = await page.context().newCDPSession(page)
      inspector.send('Page.crash').catch(() => undefined)
      await crashed
      open.delete(id)
      await page.close()
      await channel().ask('gone', id)
    },
    async end() {
      await (await made.context)?.close()
    },
  }
}

/** Names of a permission as Playwright and as Electron have it. */
const permissions = { 'clipboard-write': 'clipboard-sanitized-write', notifications: 'notifications' }

/** What the session of the main program allows is allowed, and nothing else but that the test may read the clipboard. */
async function openContext(browser: Browser, channel: Channel): Promise<BrowserContext> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Pacific/Auckland',
    acceptDownloads: true,
  })
  const granted = ['clipboard-read']
  for (const [name, electrons] of Object.entries(permissions))
    if (await channel.ask<boolean>('allows', electrons)) granted.push(name)
  await context.grantPermissions(granted)
  return context
}

/** What a page asks, with the frame that asks it, as the main program would see it. */
async function passOn(channel: Channel, id: number, frame: Frame, { ask, name, input }: PageAsks) {
  if (ask === 'navigate') return void (await channel.ask('mayNavigate', id, name))
  if (ask === 'open') return void (await channel.ask('opensOutside', id, name))
  const sent = { id, url: asWritten(frame.url()), isTop: frame.parentFrame() === null, channel: name }
  return channel.ask(ask === 'invoke' ? 'invoke' : 'sent', sent, input)
}

/** Own addresses are answered by the main program; any other stays where it is. A page that closes hears no more. */
async function answer(channel: Channel, id: number, route: Route): Promise<void> {
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

async function letDownload(channel: Channel, download: Download): Promise<void> {
  const url = download.url().replace(/^blob:(.*)$/, (_, made: string) => `blob:${asWritten(made)}`)
  if ((await channel.ask('downloads', url, download.suggestedFilename())) === null) await download.cancel()
}
