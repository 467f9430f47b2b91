import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Channel } from './channel'
import { answer, asServed, asWritten, letDownload, passOn } from './page-requests'
import { bindingName, hearName, pageScript, type PageAsks } from './page-script'

type Place = { readonly width: number; readonly height: number }

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
