import type { Page } from '@playwright/test'
import { settingsParts } from '../shared/domain/route'

/** One picture: where it is taken, and what is done on the page before. */
export type Picture = {
  readonly name: string
  readonly place?: string
  readonly width?: number
  readonly height?: number
  readonly prepare?: (page: Page) => Promise<void>
}

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

const onRow = async (page: Page, words: string, key: string) => {
  await page.locator('[data-row]').filter({ hasText: words }).focus()
  await press(page, key)
}

/** The screens of the sample's Tuesday; those that begin a letter come last, since its draft stays. */
export const tuesday: readonly Picture[] = [
  { name: 'today' },
  { name: 'today-1280', width: 1280, height: 800 },
  {
    name: 'clients',
    place: '#/clients',
    prepare: (page) => page.getByText('Priya Raman & Tom Hollis').waitFor(),
  },
  {
    name: 'client',
    height: 1120,
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Priya & Tom', exact: true }).click()
      await page.getByRole('heading', { name: 'Priya Raman & Tom Hollis' }).waitFor()
    },
  },
  { name: 'log', prepare: fillLog },
  { name: 'outbox', place: '#/outbox' },
  ...settingsParts.map((part) => ({ name: `settings-${part}`, place: `#/settings/${part}` })),
  {
    name: 'move-date',
    prepare: async (page) => {
      await onRow(page, 'Send the revised budget', 'm')
      const panel = page.getByRole('group', { name: 'Move the date' })
      await panel.getByText('I said the revised budget').waitFor()
      await panel
        .locator('[name="why"]')
        .fill('The marquee firm has given me a new figure and I want to check it before you see it')
      await panel.getByText('before you see it, so it will').waitFor()
    },
  },
  {
    name: 'letter',
    height: 1340,
    prepare: async (page) => {
      await page.locator('[data-row]').filter({ hasText: 'things to tell them' }).focus()
      await page.locator('[data-selected]').getByRole('button', { name: 'Edit' }).click()
      await page.getByText('Dear Priya and Tom,').last().waitFor()
    },
  },
]

/** The sample's Tuesday after noon, where Kept was closed since the morning: what came due meanwhile. */
export const afterNoon: readonly Picture[] = [
  {
    name: 'today-away',
    prepare: (page) => page.getByRole('heading', { name: 'While you were away' }).waitFor(),
  },
  {
    name: 'today-quiet',
    width: 1280,
    height: 800,
    place: '#/settings/reminders',
    prepare: async (page) => {
      await page.getByRole('region', { name: 'Quiet' }).getByRole('button').nth(1).click()
      await page.getByRole('banner').getByText('Quiet until').waitFor()
      await page.evaluate(() => (window.location.hash = '#/today'))
      await page.getByRole('heading', { name: 'While you were away' }).waitFor()
    },
  },
]

async function fillLog(page: Page): Promise<void> {
  await press(page, 'Control+k')
  const log = page.getByRole('dialog')
  await log.getByRole('combobox', { name: 'Who' }).fill('grace')
  await page.getByRole('option').first().click()
  await log.getByRole('radio', { name: 'Voicemail' }).check()
  await log.getByLabel('What was said').fill('Could the marquee have clear sides, and what would that add?')
  await log.getByRole('button', { name: 'And I promised…' }).click()
  await log.getByLabel('What you promised').fill('Send the price with clear sides')
}
