import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf } from '../shared/api/contract'
import { api } from '../shared/api/index'
import { expect, row, status, test, typeKeys } from './journey'

/** A client of whom nothing but the name is known. */
const nobody = {
  shortName: null,
  stage: 'current' as const,
  sentByClientId: null,
  language: null,
  zone: null,
  people: [],
  project: null,
} satisfies Partial<InputOf<typeof api.clients.add>>

test(
  'its window opens on the day, a second start ends at once, and a link leads to its row',
  { tag: '@shell' },
  async ({ desk }) => {
    const kept = await desk.startSample()
    const page = await desk.open(kept)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('3 people are waiting')
    await expect(row(page, 'Sofia Marchetti')).toBeFocused()

    await kept.frame?.minimize()
    expect((await kept.startAgain()).code).toBe(0)
    await expect.poll(async () => (await kept.frame?.isInFront()) ?? true).toBe(true)
    await expect(row(page, 'Sofia Marchetti')).toBeFocused()

    const { waiting } = await (await desk.script(kept)).ask(api.today.show, {})
    const tom = waiting.find(({ name }) => name === 'Tom Hollis')
    await kept.follow(`today/wait-${tom?.waitId}`)
    await expect(row(page, 'Tom Hollis')).toBeFocused()
  },
)

test('a store that has gone is told with its place; a backup or an empty one goes on', async ({ desk }) => {
  const store = join(desk.folder, 'kept.db')
  const lose = () => [store, `${store}-wal`, `${store}-shm`].forEach((file) => rmSync(file, { force: true }))
  const first = await desk.start()
  const { ask } = await desk.script(first)
  await ask(api.clients.add, { ...nobody, name: 'Nadia Rahman' })
  await ask(api.data.backUp, { why: 'by-hand' })
  await first.stop()
  lose()

  const second = await desk.start()
  const page = await desk.open(second)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your store is not where it was.')
  await expect(page.getByText(store)).toBeVisible()
  expect(existsSync(store)).toBe(false)
  await page.getByLabel('Path of the file').fill('/nowhere/kept.db')
  await page.getByRole('button', { name: 'Use this file' }).click()
  await expect(
    page.getByText('Kept finds no file it can read at /nowhere/kept.db. Check the path.'),
  ).toBeVisible()
  await page.getByRole('radio', { name: /made by hand/ }).check()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('navigation')).toContainText(/Clients\s*1/)
  await second.stop()
  lose()

  const third = await desk.start()
  const empty = await desk.open(third)
  await empty.getByRole('button', { name: 'Start empty' }).click()
  await expect(empty.getByRole('heading', { level: 1 })).toHaveText('Nobody is waiting to hear from you.')
  expect(existsSync(store)).toBe(true)
})

test(
  'a window keeps its session when it is loaded again, and a link is good for one',
  { tag: '@loopback' },
  async ({ desk }) => {
    const kept = await desk.startSample()
    const page = await desk.open(kept)
    await expect(page).toHaveURL(`${kept.origin}/`)
    await typeKeys(page, 'g', 'c')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^23 clients/)

    const late = await desk.open(kept)
    await expect(late.getByRole('heading', { level: 1 })).toHaveText('This page needs a new link.')
    await expect(late.getByRole('main')).not.toContainText('Sofia')
    const other = await desk.openAnother(kept)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^3 people/)

    await row(other, 'Sofia Marchetti').focus()
    await typeKeys(other, 'n')
    await expect(status(other)).toContainText('No reply needed for Sofia Marchetti.')
    await expect(page.getByRole('navigation')).toContainText(/Today\s*6/)
  },
)

test(
  'a window says calmly that Kept has gone, and shows nothing it did not do',
  { tag: '@loopback' },
  async ({ desk }) => {
    const kept = await desk.startSample()
    const page = await desk.open(kept)
    await expect(row(page, 'Sofia Marchetti')).toBeFocused()

    await kept.kill()
    await typeKeys(page, 'n')
    await expect(page.getByText('Kept is not answering just now', { exact: false }).first()).toBeVisible()
    await expect(row(page, 'Sofia Marchetti')).toBeVisible()
  },
)
