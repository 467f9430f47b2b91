import type { Page } from '@playwright/test'
import { api } from '../shared/api/index'
import { expect, row, section, status, tabTo, test, typeKeys } from './journey'
import type { Running } from './shells/running'

/** The sample's Tuesday at its beginning: what stands there counts as seen. Then Kept is closed until after noon. */
const early = '2026-11-24T09:01'
const afterNoon = '2026-11-24T13:10'
const away = (page: Page) => section(page, 'While you were away')

/** Looks for what has come due, as Kept does by itself a little later. */
async function look(kept: Running): Promise<void> {
  await (await kept.script()).ask(api.nudges.tell, {})
}

test('what came due while Kept was closed stands on Today until it was seen', async ({ desk }) => {
  const before = await desk.startSample(early)
  await look(before)
  await before.stop()
  const kept = await desk.startSample(afterNoon)
  await look(kept)
  const page = await desk.open(kept)

  await test.step('at its own times, the oldest first', async () => {
    await expect(away(page).getByRole('heading', { level: 2 })).toHaveText('While you were away')
    await expect(away(page).getByRole('listitem')).toHaveText([
      /^9:20.*Sofia/,
      /^11:55.*Imogen/,
      /^13:00.*Grace/,
    ])
  })

  await test.step('each line leads to its row, by keys alone', async () => {
    await tabTo(page, away(page).getByRole('link').filter({ hasText: 'Sofia' }).first())
    await typeKeys(page, 'Enter')
    await expect(row(page, 'Sofia Marchetti')).toBeFocused()
    await expect(page).toHaveURL(/#\/today$/)
  })

  await test.step('the rest of the day keeps its columns', async () => {
    const left = async (words: string) =>
      (await page.getByText(words, { exact: true }).first().boundingBox())?.x ?? 0
    expect(await left('While you were away')).toBe(await left('Waiting for a reply'))
  })

  await test.step('and goes once it was seen, after a reload too', async () => {
    await away(page).getByRole('button', { name: 'Seen' }).focus()
    await typeKeys(page, 'Enter')
    await expect(away(page)).toBeHidden()
    await expect(row(page, 'Sofia Marchetti')).toBeFocused()
    await page.reload()
    await expect(row(page, 'Sofia Marchetti')).toBeVisible()
    await expect(away(page)).toBeHidden()
  })
})

for (const [width, height] of [
  [1440, 900],
  [1280, 800],
] as const)
  test(
    `a day on which nothing was missed fits ${width} by ${height}`,
    { tag: '@loopback' },
    async ({ desk }) => {
      const kept = await desk.startSample()
      await look(kept)
      const page = await desk.open(kept)
      await page.setViewportSize({ width, height })
      await expect(row(page, 'Sofia Marchetti')).toBeVisible()
      await expect(page.getByText(/^Dear Priya and Tom/)).toBeVisible()
      await expect(away(page)).toBeHidden()
      const overflow = await page
        .locator('#sheet')
        .evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight)
      expect(overflow).toBe(0)
    },
  )

test(
  'an address does its act once: a reload shows the plain place',
  { tag: '@loopback' },
  async ({ desk }) => {
    const kept = await desk.startSample()
    const page = await desk.open(kept)
    const { waiting } = await (await desk.script(kept)).ask(api.today.show, {})
    const imogen = waiting.find(({ name }) => name === 'Imogen Clarke')
    const letter = page.getByRole('group', { name: /^Acknowledgement/ })

    await kept.follow(`today/wait-${imogen?.waitId}/acknowledge`)
    await expect(letter).toBeVisible()
    await expect(page).toHaveURL(/#\/today$/)
    await page.reload()
    await expect(row(page, 'Imogen Clarke')).toBeVisible()
    await expect(letter).toBeHidden()

    await kept.follow('today/wait-999999')
    await expect(status(page)).toContainText('That is done already.')

    await kept.follow('log')
    await expect(page.getByRole('dialog')).toBeVisible()
  },
)

test('how to be told is chosen by keys alone', { tag: '@shell' }, async ({ desk }) => {
  const kept = await desk.startSample()
  const page = await desk.open(kept)
  await tabTo(page, page.getByRole('link', { name: 'Settings' }))
  await typeKeys(page, 'Enter')
  await tabTo(page, page.getByRole('link', { name: 'Reminders', exact: true }))
  await typeKeys(page, 'Enter')

  await tabTo(page, page.getByRole('switch', { name: /^Hide names and words/ }))
  await typeKeys(page, 'Space')
  await expect(status(page)).toContainText('On: Hide names and words.')
  await expect(page.getByRole('switch', { name: /^Hide names and words/ })).toBeChecked()

  await tabTo(page, section(page, 'Quiet').getByRole('button', { name: '13:00' }))
  await typeKeys(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is quiet until 13:00.')
  await expect(page.getByRole('banner')).toContainText('Quiet until 13:00')
  await tabTo(page, page.getByRole('banner').getByRole('button', { name: 'End the quiet now' }))
  await typeKeys(page, 'Enter')
  await expect(page.getByRole('banner')).not.toContainText('Quiet until')
  await expect(section(page, 'How reminders run')).toContainText('Last looked')
})
