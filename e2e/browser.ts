import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from '@playwright/test'

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's own Chromium where there is one, else the one Playwright brought; `more` is added to how it starts. */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  const path = process.env['KEPT_CHROMIUM'] ?? ['/usr/bin/chromium'].find((each) => existsSync(each))
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({
    args: [...quiet, ...asRoot, ...more],
    ...(path === undefined ? {} : { executablePath: path }),
  })
}

export type Look = { readonly theme: 'light' | 'dark'; readonly width: number; readonly height: number }

/** A page of this look, with animations at rest. */
export async function openPage(browser: Browser, link: string, look: Look): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  await page.goto(link)
  return page
}
