import AxeBuilder from '@axe-core/playwright'
import type { Page, Route } from '@playwright/test'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { api } from '../shared/api/index'
import { settingsParts } from '../shared/domain/route'
import { expect, row, section, tabTo, test, typeKeys } from './journey'

const onColours = ['color-contrast', 'link-in-text-block']

/** Every rule in light, and in dark what depends on colours; nothing found, and the headings step by step. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(foundIn(light), `${what}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await new AxeBuilder({ page }).setLegacyMode().withRules(onColours).analyze()
  expect(foundIn(dark), `${what}, dark`).toEqual([])
}

const foundIn = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  )

const goTo = async (page: Page, hash: string, title: string) => {
  await page.evaluate((place) => (window.location.hash = place), hash)
  await expect(page).toHaveTitle(`${title} · Kept`)
}

test('Today and what opens on it', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()
  await expectAccessible(page, 'Today')

  await row(page, 'Grace & Liam').focus()
  await typeKeys(page, 'm')
  await expect(page.getByRole('group', { name: 'Move the date' })).toContainText('I said the revised budget')
  await expectAccessible(page, 'moving a date')
  await typeKeys(page, 'Escape')

  await row(page, 'Sofia Marchetti').focus()
  await typeKeys(page, 'r')
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused()
  await typeKeys(page, 'Control+Enter')
  await expectAccessible(page, 'a letter with an empty field')
  await typeKeys(page, 'Escape')

  await row(page, 'Imogen Clarke').focus()
  await typeKeys(page, 'a')
  await expect(page.getByRole('group', { name: /^Acknowledgement/ })).toContainText(
    'Could we move the tasting',
  )
  await expectAccessible(page, 'an acknowledgement')
  await typeKeys(page, 'Escape')

  await page.getByRole('button', { name: 'More for Tom Hollis' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page, 'a menu')
  await typeKeys(page, 'Escape', 'Control+k')
  await page.getByRole('dialog').getByRole('combobox', { name: 'Who' }).fill('grace')
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: 'And I promised…' }).click()
  await page.getByRole('button', { name: 'Log both' }).click()
  await expectAccessible(page, 'the quick log with something missing')
})

test('what Kept tells by itself', async ({ desk }) => {
  const tellAt = async (now: string) => {
    const kept = await desk.startSample(now)
    await (await desk.script(kept)).ask(api.nudges.tell, {})
    return kept
  }
  await (await tellAt('2026-11-24T09:01')).stop()
  const noon = await tellAt('2026-11-24T13:10')
  const { ask } = await desk.script(noon)
  const [choice] = await ask(api.reminders.quietChoices, {})
  await ask(api.reminders.quiet, { until: choice?.until ?? null })
  const page = await desk.open(noon)
  await expect(section(page, 'While you were away')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Quiet until')
  await expectAccessible(page, 'what came due meanwhile')
  await noon.stop()

  const evening = await desk.open(await tellAt('2026-11-24T17:01'))
  await expect(evening.getByRole('group', { name: 'Before you close' })).toBeVisible()
  await expectAccessible(evening, 'what is open before closing')
})

test('clients and everything that is edited on their page', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await goTo(page, '#/clients', 'Clients')
  await expect(row(page, 'Amelia Stone')).toBeVisible()
  await expectAccessible(page, 'Clients')
  await page.getByRole('button', { name: 'Add a client' }).click()
  await page.getByRole('button', { name: 'More about them' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expectAccessible(page, 'adding a client')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('link', { name: 'Priya Raman & Tom Hollis' }).click()
  await expect(section(page, 'So far').getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page, 'a client')
  for (const choice of ['Edit the client', 'Add a person', 'Add a project', 'Add a key date']) {
    await page.getByRole('button', { name: 'More for Priya Raman & Tom Hollis' }).click()
    await page.getByRole('menuitem', { name: choice }).click()
    await expect(page.getByRole('region', { name: choice })).toBeVisible()
    await expectAccessible(page, choice)
    await typeKeys(page, 'Escape')
    await expect(page.getByRole('region', { name: choice })).toBeHidden()
  }
  for (const [key, title] of [
    ['p', 'Add a promise'],
    ['e', 'Add a little extra'],
  ] as const) {
    await typeKeys(page, key)
    await expect(page.getByRole('region', { name: title })).toBeVisible()
    await expectAccessible(page, title)
    await typeKeys(page, 'Escape')
  }
})

test('the Outbox and Settings', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await goTo(page, '#/outbox', 'Outbox')
  await expect(row(page, 'Imogen and Dele’s tasting')).toBeVisible()
  await expectAccessible(page, 'Outbox')
  for (const part of settingsParts) {
    await page.evaluate((place) => (window.location.hash = place), `#/settings/${part}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveTitle(/Settings/)
    await expectAccessible(page, `Settings, ${part}`)
  }
})

test('the pages without a store and without a session', async ({ desk }) => {
  const first = await desk.start()
  await first.stop()
  rmSync(join(desk.folder, 'kept.db'))
  const kept = await desk.start()
  const page = await desk.open(kept)
  await expect(page.getByRole('button', { name: 'Start empty' })).toBeVisible()
  await expectAccessible(page, 'the ways out')
  await expectAccessible(await desk.open(kept), 'a used link')
})

test('every place is reached by keys alone, and the focus is never lost', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()
  for (const [keys, title] of [
    [['g', 'c'], 'Clients'],
    [['g', 'o'], 'Outbox'],
    [['g', 't'], 'Today'],
  ] as const) {
    await typeKeys(page, ...keys)
    await expect(page).toHaveTitle(`${title} · Kept`)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('#sheet') !== null))
      .toBe(true)
  }
  await tabTo(page, page.getByRole('link', { name: 'Settings' }))
  await typeKeys(page, 'Enter')
  await expect(page).toHaveTitle(/Settings/)
  for (const name of ['Hours', 'Standards', 'Reminders', 'Mail', 'Letters', 'Your data']) {
    await tabTo(page, page.getByRole('link', { name, exact: true }))
    await typeKeys(page, 'Enter')
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
  }
})

test('who skips to the page while it still loads is on it when it has come', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await goTo(page, '#/settings/data', 'Settings')
  const held = new Promise<Route>((resolve) => void page.route('**/SettingsScreen*.js', resolve))
  await page.reload()
  const asked = await held
  await typeKeys(page, 'Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await typeKeys(page, 'Enter')
  await expect(page.locator('#sheet')).toBeFocused()
  await asked.continue()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('#sheet')).toBeFocused()
})
