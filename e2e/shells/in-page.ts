import type { Page } from '@playwright/test'
import { scriptOver, type Script } from '../script'

type Bridge = { readonly kept: { readonly ask: (name: string, input: unknown) => Promise<unknown> } }

/** A script over the bridge of a page, where there is no other way in. */
export const scriptInPage = (page: Page): Script =>
  scriptOver((name, input) =>
    page.evaluate(([asked, given]) => (window as unknown as Bridge).kept.ask(String(asked), given), [
      name,
      input,
    ] as const),
  )

/** Waits until a page has something to show. */
export async function whenShown(page: Page): Promise<Page> {
  const head = page.getByRole('heading', { level: 1 })
  await page.getByRole('navigation').or(head).first().waitFor()
  return page
}

/** How the pages of journeys look, whichever shell they are in. */
export const pageLook = {
  reducedMotion: 'reduce',
  locale: 'en-GB',
  timezoneId: 'Pacific/Auckland',
  acceptDownloads: true,
} as const
