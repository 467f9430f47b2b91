import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test'
import { freshFolder, sampleNow } from './kept'
import { openMailServer, type MailServer, type MailServerOptions } from './mail-server'
import type { Script } from './script'
import { startElectron } from './shells/electron'
import { startLoopback } from './shells/loopback'
import type { Running, ShellName, Watch } from './shells/running'
import { startOverStandIn } from './shells/stand-in'

/** What a journey is made on: a folder of its own, and everything that is ended again after it. */
export type Desk = {
  readonly folder: string
  /** Starts Kept on the folder; what ran there before must have ended. */
  readonly start: (...options: readonly string[]) => Promise<Running>
  /** Starts it with the sample business on its Tuesday, or at another moment. */
  readonly startSample: (now?: string) => Promise<Running>
  /** Opens its window, or another one. */
  readonly open: (kept: Running) => Promise<Page>
  readonly openAnother: (kept: Running) => Promise<Page>
  /** A script beside the window. */
  readonly script: (kept: Running) => Promise<Script>
  readonly mailServer: (options?: MailServerOptions) => Promise<MailServer>
}

/**
 * A test with a desk, in the shell of its project. No page of it may break its policy or throw, whatever the journey
 * is about.
 */
export const test = base.extend<{ desk: Desk; shell: ShellName }>({
  shell: ['loopback', { option: true }],
  desk: async ({ browser, shell }, use) => {
    const { folder, remove } = freshFolder()
    const endings: (() => Promise<void>)[] = []
    const faults: string[] = []
    const start = async (...options: readonly string[]) => {
      const kept = await startIn(shell, browser, folder, options, (page) => watch(page, faults))
      endings.push(kept.stop)
      return kept
    }
    await use({
      folder,
      start,
      startSample: (now = sampleNow) => start('--sample', 'wedding-planner', '--now', now),
      open: (kept) => kept.open(),
      openAnother: (kept) => kept.openAnother(),
      script: (kept) => kept.script(),
      mailServer: async (options) => {
        const server = await openMailServer(options)
        endings.push(server.stop)
        return server
      },
    })
    for (const context of browser.contexts()) await context.close()
    for (const end of endings.toReversed()) await end()
    remove()
    expect(faults).toEqual([])
  },
})

export { expect }

async function startIn(
  shell: ShellName,
  browser: Browser,
  folder: string,
  options: readonly string[],
  watching: Watch,
): Promise<Running> {
  if (shell === 'electron') return startElectron(folder, options, watching)
  if (shell === 'stand-in') return startOverStandIn(browser, folder, options, { watch: watching })
  return startLoopback(browser, folder, options, watching)
}

/** Notes what breaks the content policy and what nobody caught. */
export async function watch(page: Page, faults: string[]): Promise<void> {
  page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`))
  page.on('console', (message) => {
    if (/content security policy|trusted type/i.test(message.text())) faults.push(message.text())
  })
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  )
}

/** The section of a screen under this title. */
export const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** The row of a screen that has these words. */
export const row = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ hasText: words }).and(page.locator('[data-row]'))

/** What the foot of the sheet says. */
export const status = (page: Page): Locator => page.getByRole('status')

/** The words of every row as they stand in its columns, line by line, without what is only read aloud. */
export const linesOf = (rows: Locator): Promise<string[][]> =>
  rows.evaluateAll((all) =>
    all.map((one) => {
      const seen = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      for (let node = seen.nextNode(); node; node = seen.nextNode()) {
        const isRead = node.parentElement?.closest('.visually-hidden,button,[data-peek]')
        const text = node.textContent?.trim() ?? ''
        if (!isRead && text !== '') texts.push(text)
      }
      return texts
    }),
  )

/** Types as a person does, key by key, into what has the focus. */
export const typeKeys = (page: Page, ...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

/** Goes by Tab alone to a control, as somebody without a mouse does; fails where Tab does not lead there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  // A list of choices that opens on the way hides everything else from the roles, but not from Tab.
  const element = await target.elementHandle()
  for (let steps = 0; steps < 80; steps += 1) {
    if (await element?.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
