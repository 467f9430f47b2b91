import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { api } from '../shared/api/index'
import { expect, linesOf, row, section, status, test, typeKeys } from './journey'

const menu = 'menu'

/** Opens the menu of a row by its key; its first choice has the focus. */
async function openMenu(page: Page, name: string): Promise<void> {
  await expect(row(page, name).getByRole('button', { name: /^Snooze/ })).toBeVisible()
  await row(page, name).focus()
  await typeKeys(page, 's')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
}

test('a row is put aside, shown again, and put aside for longer, by keyboard alone', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()

  await openMenu(page, 'Sofia Marchetti')
  await expect(page.getByRole(menu)).toContainText('Sofia Marchetti would wait too long.')
  await typeKeys(page, 'Escape')
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()

  await typeKeys(page, 'ArrowDown', 'ArrowDown')
  await expect(row(page, 'Tom Hollis')).toBeFocused()
  await typeKeys(page, 's')
  await expect(page.getByRole('menuitem', { name: 'In an hour' })).toBeFocused()
  await expect(page.getByRole('menuitem')).toHaveText([
    ...['In an hour 11:40', 'After lunch 13:00', 'I called them', 'No reply needed N'],
  ])
  await typeKeys(page, 'ArrowDown', 'Enter')
  await expect(status(page)).toContainText('Put aside until 13:00: Tom Hollis.')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 people are waiting')
  await expect(section(page, 'Waiting for a reply').locator('[data-row]')).toHaveCount(2)
  await expect(row(page, 'Grace & Liam')).toBeFocused()

  await typeKeys(page, 'z')
  await expect(row(page, 'Tom Hollis')).toBeVisible()
  await openMenu(page, 'Tom Hollis')
  await typeKeys(page, 'Enter')
  await openMenu(page, 'Margaret Ellison')
  await typeKeys(page, 'End', 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Monday' })).toBeFocused()
  await typeKeys(page, 'Enter')

  const line = page.getByRole('button', { name: '2 put aside, the first until 11:40' })
  await line.focus()
  await typeKeys(page, 'Enter')
  const aside = page.getByRole('list', { name: 'Put aside' })
  expect(await linesOf(aside.locator('[data-row]'))).toEqual([
    [
      'Until 11:40',
      'Tom Hollis',
      'Wedding on 12 June',
      'Two quick questions about rain',
      'Waiting for a reply',
    ],
    [
      ...['Until Monday', '9:00', 'Margaret Ellison', 'Ruby anniversary, Jan'],
      ...['Letter her place cards by hand, as a gift', 'A little extra'],
    ],
  ])
  await aside.locator('[data-row]').first().focus()
  await typeKeys(page, 's')
  await expect(status(page)).toContainText('Back in sight: Tom Hollis.')
  await expect(section(page, 'Waiting for a reply').locator('[data-row]')).toHaveCount(3)
})

test('a row is put aside until another day that is chosen under it, by keyboard alone', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await openMenu(page, 'Margaret Ellison')
  await typeKeys(page, 'End', 'ArrowUp', 'ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Another day…' })).toBeFocused()
  await typeKeys(page, 'Enter')

  const field = page.getByLabel('Show again on')
  await expect(field).toBeFocused()
  await typeKeys(page, 'Enter')
  await expect(row(page, 'Margaret Ellison')).toContainText('Choose the day on which it shows again.')
  await field.fill('2026-12-05')
  await typeKeys(page, 'Enter')

  await expect(status(page)).toContainText('Put aside until Mon 7 Dec, 9:00: Margaret Ellison.')
  await expect(page.getByRole('button', { name: '1 put aside until Mon 7 Dec, 9:00' })).toBeVisible()
  await typeKeys(page, 'z')
  await expect(row(page, 'Margaret Ellison')).toBeVisible()
})

test('their answer shows a row again, and the same time again is the first choice', async ({ desk }) => {
  const kept = await desk.startSample()
  const page = await desk.open(kept)
  const { ask } = await desk.script(kept)
  const { waiting } = await ask(api.today.show, {})
  await openMenu(page, 'Tom Hollis')
  await typeKeys(page, 'ArrowDown', 'Enter')
  await expect(page.getByRole('button', { name: '1 put aside until 13:00' })).toBeVisible()

  const written = { channel: 'email', direction: 'inbound', text: 'And is there a ramp?' } as const
  const at = Date.parse('2026-11-24T10:40:00Z')
  for (const { clientId, personId, conversationId } of waiting.filter(({ name }) => name === 'Tom Hollis'))
    await ask(api.messages.log, { clientId, personId, conversationId, at, ...written })

  await expect(section(page, 'Waiting for a reply').locator('[data-row]')).toHaveCount(3)
  await openMenu(page, 'Tom Hollis')
  await expect(page.getByRole('menuitem', { name: 'Same time again' })).toBeFocused()
  await typeKeys(page, 'Enter')
  await expect(page.getByRole('button', { name: '1 put aside until 13:00' })).toBeVisible()
})

test(
  'axe finds nothing in the open menu, in the field for another day and among what is put aside, light and dark',
  { tag: '@loopback' },
  async ({ desk }) => {
    const page = await desk.open(await desk.startSample())
    const expectAccessible = async (what: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const axe = new AxeBuilder({ page }).setLegacyMode()
        const { violations } = await (
          colorScheme === 'light' ? axe : axe.withRules(['color-contrast'])
        ).analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        expect(found, `${what}, ${colorScheme}`).toEqual([])
      }
    }
    await openMenu(page, 'Sofia Marchetti')
    await expect(page.getByRole(menu)).toContainText('would wait too long')
    await expectAccessible('a menu that offers no moment')
    await typeKeys(page, 'Escape')

    await openMenu(page, 'Margaret Ellison')
    await page.getByRole('menuitem', { name: 'Another day…' }).click()
    await expect(page.getByLabel('Show again on')).toBeFocused()
    await typeKeys(page, 'Enter')
    await expectAccessible('the field for another day')
    await typeKeys(page, 'Escape')
    await expect(row(page, 'Margaret Ellison')).toBeFocused()

    for (const [name, moments] of [
      ['Jess & Callum', 5],
      ['Tom Hollis', 2],
    ] as const) {
      await openMenu(page, name)
      await expect(page.getByRole(menu).getByRole('group').getByRole('menuitem')).toHaveCount(moments)
      await expectAccessible('the open menu')
      await typeKeys(page, 'Enter')
      await expect(page.getByRole(menu)).toBeHidden()
    }
    await page.getByRole('button', { name: /^2 put aside/ }).click()
    await expect(page.getByRole('list', { name: 'Put aside' })).toBeVisible()
    await expectAccessible('what is put aside')
  },
)
