// Takes a picture of every screen, light and dark, from the sample business: docs/pictures/NAME.png and NAME-dark.png.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { api } from '../shared/api/index'
import { launchBrowser, openPage } from './browser'
import { sampleNow, serve, type Served } from './kept'
import { afterNoon, tuesday, type Picture } from './pictured'
import { openScript } from './script'
import { smallPng } from './small-png'

const folder = join('docs', 'pictures')
const sample = ['--sample', 'wedding-planner', '--now'] as const

/** The same day after it was worked through. */
async function clearTheDay(kept: Served): Promise<void> {
  const { ask } = await openScript(kept)
  const { waiting, promises, updates } = await ask(api.today.show, {})
  for (const { waitId } of waiting) await ask(api.waits.called, { id: waitId, text: null })
  for (const { promiseId } of promises) await ask(api.promises.keep, { id: promiseId })
  for (const { clientId, projectId } of updates.slice(0, 1)) {
    const { letter } = await ask(api.letters.begin, { kind: 'status-update', clientId, projectId })
    await ask(api.letters.handOver, { id: letter.id, revision: letter.revision, way: 'clipboard' })
    await ask(api.letters.markSent, { id: letter.id })
  }
}

/** What stands there in the morning counts as seen. */
async function lookAround(kept: Served): Promise<void> {
  await (await openScript(kept)).ask(api.nudges.tell, {})
}

async function takeAll(browser: Browser, kept: Served, pictures: readonly Picture[]): Promise<void> {
  for (const picture of pictures)
    for (const theme of ['light', 'dark'] as const) await take(browser, kept, picture, theme)
}

async function take(
  browser: Browser,
  kept: Served,
  picture: Picture,
  theme: 'light' | 'dark',
): Promise<void> {
  const { name, place, width = 1440, height = 900, prepare } = picture
  const page = await openPage(browser, await kept.newLink(), { theme, width, height })
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (place !== undefined) await page.evaluate((hash) => (window.location.hash = hash), place)
  await prepare?.(page)
  await atRest(page)
  const file = join(folder, theme === 'dark' ? `${name}-dark.png` : `${name}.png`)
  writeFileSync(file, smallPng(await page.screenshot()))
  await page.close()
}

/** Nothing is still being loaded, the letters are set in their fonts, and a moment has passed. */
async function atRest(page: Page): Promise<void> {
  await page.getByText('Loading…').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(300)
}

async function during(work: (kept: Served) => Promise<void>, at: string, ...options: readonly string[]) {
  const kept = await serve(at, ...options)
  try {
    await work(kept)
  } finally {
    await kept.stop()
  }
}

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
// The same place and time zone whoever takes them, so that pictures differ where screens do.
const data = join(tmpdir(), 'kept-pictures')
const remove = () => rmSync(data, { recursive: true, force: true })
remove()
Object.assign(process.env, { TZ: 'Europe/London', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' })
try {
  await during(
    (kept) => takeAll(browser, kept, [{ name: 'first-start' }]),
    join(data, 'empty'),
    '--now',
    sampleNow,
  )
  await during((kept) => takeAll(browser, kept, tuesday), join(data, 'tuesday'), ...sample, sampleNow)
  await during(clearTheDay, join(data, 'clear'), ...sample, sampleNow)
  await during(
    (kept) => takeAll(browser, kept, [{ name: 'all-clear' }]),
    join(data, 'clear'),
    ...sample,
    '2026-11-24T16:20',
  )
  const away = join(data, 'away')
  await during(lookAround, away, ...sample, '2026-11-24T09:01')
  await during((kept) => takeAll(browser, kept, afterNoon), away, ...sample, '2026-11-24T13:10')
  const lost = join(data, 'lost')
  await during(
    async (kept) => void (await (await openScript(kept)).ask(api.data.backUp, { why: 'by-hand' })),
    lost,
  )
  for (const file of ['kept.db', 'kept.db-wal', 'kept.db-shm']) rmSync(join(lost, file), { force: true })
  await during((kept) => takeAll(browser, kept, [{ name: 'recovery' }]), lost)
} finally {
  await browser.close()
  remove()
}
