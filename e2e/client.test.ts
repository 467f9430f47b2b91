import type { Page } from '@playwright/test'
import { expect, linesOf, row, section, status, test, typeKeys } from './journey'

const headline = (page: Page) => page.getByRole('heading', { level: 1 })

async function openPriya(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Priya & Tom', exact: true }).click()
  await expect(headline(page)).toHaveText('Priya Raman & Tom Hollis')
}

test('a client’s page says who they are, what happened and what is owed', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await openPriya(page)
  const main = page.getByRole('main')
  const happened = section(page, 'So far').getByRole('listitem')

  await expect(main).toContainText('200')
  await expect(main).toContainText('days to go')
  for (const fact of ['Saturday 12 June 2027', 'Fairlight Barn, Rye', 'About 90 guests'])
    await expect(main).toContainText(fact)
  await expect(page.getByRole('link', { name: 'Jess & Callum Reid' })).toBeVisible()
  expect((await linesOf(page.getByRole('list', { name: 'People' }).getByRole('listitem'))).flat()).toContain(
    'Priya’s mother. Please ring; she rarely reads email.',
  )
  await expect(section(page, 'Promises')).toContainText('11 kept, 1 moved ahead of time, none missed')
  await expect(section(page, 'Key dates')).toContainText(/Fri 4 Dec.*Tasting at the barn.*14:00/)
  await expect(section(page, 'Little extras')).toContainText('£38 of £120')
  await expect(happened.first()).toContainText('Tom wrote Two quick questions about rain')
  await expect(happened.filter({ hasText: 'Date moved, before it was due' })).toContainText(
    'Music shortlist, Fri 30 Oct to Tue 3 Nov',
  )

  await section(page, 'So far').getByRole('radio', { name: 'Updates' }).check()
  await expect(happened.first()).toContainText('Where things stand: venue, music, flowers')
  await expect(happened).toHaveCount(5)
  await section(page, 'So far').getByRole('radio', { name: 'Extras' }).check()
  await expect(happened).toHaveCount(3)
})

test('what two windows change at once is shown with both values, and what was typed stays', async ({
  desk,
}) => {
  const kept = await desk.startSample()
  const page = await desk.open(kept)
  const other = await desk.openAnother(kept)
  for (const window of [page, other]) {
    await openPriya(window)
    await window.getByRole('button', { name: 'More for Priya Raman & Tom Hollis' }).click()
    await window.getByRole('menuitem', { name: 'Edit the client' }).click()
  }
  const nameIn = (window: Page) =>
    section(window, 'Edit the client').getByRole('textbox', { name: 'Name', exact: true })

  await nameIn(other).fill('Priya & Tom Raman-Hollis')
  await typeKeys(other, 'Enter')
  await expect(headline(other)).toHaveText('Priya & Tom Raman-Hollis')
  await expect(headline(page)).toHaveText('Priya & Tom Raman-Hollis')
  await nameIn(page).fill('Priya Raman and Tom Hollis')
  await typeKeys(page, 'Enter')
  await expect(section(page, 'Edit the client')).toContainText(
    'Name is now “Priya & Tom Raman-Hollis”; you typed “Priya Raman and Tom Hollis”.',
  )
  await expect(nameIn(page)).toHaveValue('Priya Raman and Tom Hollis')
  await page.getByRole('button', { name: 'Save what I typed' }).click()

  await expect(headline(page)).toHaveText('Priya Raman and Tom Hollis')
  await expect(headline(other)).toHaveText('Priya Raman and Tom Hollis')
})

test('a key date, a promise and an extra are put in where they are read', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await openPriya(page)

  await page.getByRole('button', { name: 'Add a key date' }).click()
  await page.keyboard.type('Cake tasting')
  await typeKeys(page, 'Enter')
  await expect(section(page, 'Key dates')).toContainText('Give a day that exists,')
  await page.getByLabel('Day', { exact: true }).fill('2026-11-30')
  await typeKeys(page, 'Enter')
  await expect(status(page)).toContainText('Added: Cake tasting.')
  await expect(section(page, 'Key dates')).toContainText(/Mon 30 Nov.*Cake tasting/)

  await typeKeys(page, 'p')
  await page.keyboard.type('Send the candle rules')
  await typeKeys(page, 'Enter')
  await expect(status(page)).toContainText('Promised: Send the candle rules, by Wed 25 Nov.')
  await page.getByRole('checkbox', { name: 'Kept: Send the candle rules' }).click()
  await expect(status(page)).toContainText('Kept: Send the candle rules.')
  await expect(section(page, 'Promises')).toContainText('12 kept')

  await typeKeys(page, 'e')
  await page.keyboard.type('Recipe of the egg-free cake')
  await page.getByLabel(/^Cost/).fill('four')
  await typeKeys(page, 'Enter')
  await expect(section(page, 'Little extras')).toContainText('Enter an amount, such as 6.50.')
  await page.getByLabel(/^Cost/).fill('4.50')
  await page.getByLabel('It is', { exact: true }).selectOption('Given')
  await typeKeys(page, 'Enter')
  await expect(status(page)).toContainText('Added: Recipe of the egg-free cake.')
  await expect(section(page, 'Little extras')).toContainText('£42.50 of £120')

  await typeKeys(page, 'g', 't')
  await expect(page.getByRole('complementary')).toContainText('Cake tasting, Priya & Tom')
})

test('clients are found by any of their words, put away, and brought back', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await typeKeys(page, 'g', 'c')
  const names = page.getByRole('list', { name: 'Clients' }).getByRole('link')
  await expect(headline(page)).toHaveText('23 clients, 7 of them current.')

  await page.getByRole('searchbox', { name: 'Search clients' }).fill('meera')
  await expect(names).toHaveText(['Priya Raman & Tom Hollis'])
  await page.getByRole('searchbox').fill('okaforbyrne')
  await expect(names).toHaveText(['Grace Okafor & Liam Byrne'])
  await page.getByRole('searchbox').fill('zebra')
  await expect(page.getByRole('main')).toContainText('Nobody fits “zebra”.')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('radio', { name: 'Leads' }).check()
  await expect(names).toHaveCount(3)

  await row(page, 'Hollybrook School').getByRole('button', { name: 'Archive' }).click()
  await expect(status(page)).toContainText('Archived Hollybrook School.')
  await expect(names).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(names).toHaveCount(3)
})
