import { api } from '../shared/api/index'
import { expect, row, section, status, test } from './journey'
import type { Running } from './shells/running'
import type { Script } from './script'

const account = (port: number) => ({
  revision: null,
  host: '127.0.0.1',
  port,
  security: 'none' as const,
  user: null,
  fromName: 'Hazel Fenwick',
  fromAddress: 'hazel@fenwick.example',
})

/** It is 10:40 on Tuesday: of four hours that began at 15:40 on Monday, 30 minutes are left. */
const wroteAt = Date.UTC(2026, 10, 23, 15, 40)
const lastHalfHour = /^Grace has \d+ minutes left of your four hours$/

/** Grace's question of yesterday is put in only now. */
async function logQuestion({ ask }: Script): Promise<void> {
  const { rows } = await ask(api.clients.list, { text: 'Grace' })
  const clientId = rows[0]?.id
  if (clientId === undefined) throw new Error('The sample has no Grace.')
  const { people } = await ask(api.clients.show, { id: clientId })
  await ask(api.messages.log, {
    clientId,
    personId: people.find(({ name }) => name.startsWith('Grace'))?.id ?? null,
    channel: 'email',
    direction: 'inbound',
    at: wroteAt,
    text: 'Could the cars come at two?',
  })
}

const noteOf = async (kept: Running, wanted: RegExp) =>
  (await kept.notes()).findLast(
    ({ title, acts }) => wanted.test(title) || acts.some((act) => wanted.test(act)),
  )

test(
  'somebody’s last half hour is told once, is answered in place, and the answer is taken back',
  { tag: '@shell' },
  async ({ desk }) => {
    const kept = await desk.startSample()
    const server = await desk.mailServer()
    const page = await desk.open(kept)
    const script = await desk.script(kept)
    await script.ask(api.mail.setAccount, account(server.port))
    await logQuestion(script)
    await expect.poll(() => noteOf(kept, lastHalfHour), { timeout: 45_000 }).toBeDefined()
    const told = await noteOf(kept, lastHalfHour)
    expect(told?.body).toBe('“Could the cars come at two?”')
    const cars = row(page, 'Could the cars come at two?')
    await expect(cars).toBeVisible()

    // A browser's notes have no buttons: a click leads to the row, where the same is one key.
    if (told?.acts.length === 0) {
      await kept.answerNote(told.title, null)
      await expect(cars).toBeFocused()
      await page.keyboard.press('a')
      await expect(status(page)).toContainText('Acknowledged Grace')
      await expect(cars).toBeHidden()
      await page.keyboard.press('z')
    } else {
      expect(told?.acts).toEqual(['Acknowledge', 'Reply', 'In 15 min'])
      await kept.answerNote(told?.title ?? '', 'Acknowledge')
      await expect(cars).toBeHidden()
      await expect.poll(() => noteOf(kept, /^Undo$/)).toBeDefined()
      await kept.answerNote((await noteOf(kept, /^Undo$/))?.title ?? '', 'Undo')
    }
    await expect(cars).toBeVisible()
    await expect(section(page, 'Waiting for a reply').locator('[data-row]')).toHaveCount(4)
    expect((await kept.notes()).filter(({ title }) => lastHalfHour.test(title))).toHaveLength(1)
    expect(server.letters).toEqual([])
  },
)

test(
  'where no mail account is set, a note leads to its row whatever is pressed on it',
  { tag: '@shell' },
  async ({ desk }) => {
    const kept = await desk.startSample()
    const page = await desk.open(kept)
    await logQuestion(await desk.script(kept))
    await expect.poll(() => noteOf(kept, lastHalfHour), { timeout: 45_000 }).toBeDefined()
    const told = await noteOf(kept, lastHalfHour)
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^23 clients/)

    const button = told?.acts.includes('Acknowledge') ? 'Acknowledge' : null
    await kept.answerNote(told?.title ?? '', button)
    await expect(row(page, 'Could the cars come at two?')).toBeFocused()
    await expect(section(page, 'Waiting for a reply').locator('[data-row]')).toHaveCount(4)
  },
)
