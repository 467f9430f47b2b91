import type { Page } from '@playwright/test'
import { api } from '../shared/api/index'
import { expect, row, section, status, test, typeKeys } from './journey'

const account = (port: number, user: string | null = null) => ({
  revision: null,
  host: '127.0.0.1',
  port,
  security: 'none' as const,
  user,
  fromName: 'Hazel Fenwick',
  fromAddress: 'hazel@fenwick.example',
})

const letterTo = (page: Page, name: string) => page.getByRole('group', { name })

test('what was typed two seconds ago outlives the power, and an empty field holds Send', async ({ desk }) => {
  const kept = await desk.startSample()
  const page = await desk.open(kept)
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()
  await typeKeys(page, 'r')
  const letter = letterTo(page, 'A late answer to Sofia & Ben')
  const answer = letter.getByRole('textbox', { name: 'Your answer' })
  await expect(answer).toBeFocused()
  await typeKeys(page, 'Control+Enter')
  await expect(letter).toContainText('“Your answer” is still empty, and the letter waits for it.')
  await expect(answer).toBeFocused()

  await page.keyboard.type('The quartet is confirmed for two o’clock.')
  await page.waitForTimeout(2_000)
  await kept.kill()

  const again = await desk.open(await desk.startSample())
  await row(again, 'Sofia Marchetti').focus()
  await typeKeys(again, 'r')
  await expect(
    letterTo(again, 'A late answer to Sofia & Ben').getByRole('textbox', { name: 'Your answer' }),
  ).toHaveValue('The quartet is confirmed for two o’clock.')
  await typeKeys(again, 'Escape', 'g', 'o')
  await expect(section(again, 'Drafts')).toContainText('The quartet is confirmed for two o’clock.')
})

test('a letter waits in the Outbox while its server is down, and goes once it is back', async ({ desk }) => {
  const kept = await desk.startSample()
  const server = await desk.mailServer()
  await (await desk.script(kept)).ask(api.mail.setAccount, account(server.port))
  await server.stop()
  const page = await desk.open(kept)
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()
  await typeKeys(page, 'a')
  await expect(status(page)).toContainText('Acknowledged Sofia Marchetti.')

  await typeKeys(page, 'g', 'o')
  const letter = row(page, 'Sofia & Ben')
  await expect(section(page, 'On the way')).toContainText(/Sofia & Ben/)
  await letter.getByRole('button', { name: 'Send now' }).click()
  await expect(letter).toContainText(
    'We couldn’t reach 127.0.0.1. The letter is safe here, and we’ll try again at',
  )
  const back = await desk.mailServer({ port: server.port })
  await letter.getByRole('button', { name: 'Send now' }).click()
  await expect(section(page, 'Sent')).toContainText('Sofia & Ben')

  expect(back.letters).toHaveLength(1)
  expect(back.letters[0]).toMatch(/^To: .*sofia@marchettiadler\.example/m)
  expect(back.letters[0]).toMatch(/^Subject: /m)
})

test('after a restart letters wait for the password, and Kept asks for it', async ({ desk }) => {
  const server = await desk.mailServer({ password: 'wisteria' })
  const first = await desk.startSample()
  const script = await desk.script(first)
  await script.ask(api.mail.setAccount, account(server.port, 'hazel'))
  await script.ask(api.mail.unlock, { password: 'wisteria' })
  const { waiting } = await script.ask(api.today.show, {})
  const [sofia] = waiting
  if (!sofia) throw new Error('Nobody waits in the sample.')
  await script.ask(api.letters.acknowledge, { waitId: sofia.waitId })
  await first.kill()

  const page = await desk.open(await desk.startSample())
  await typeKeys(page, 'g', 'o')
  const letter = row(page, 'Sofia & Ben')
  await letter.getByRole('button', { name: 'Send now' }).click()
  await expect(letter).toContainText('It waits for the password of hazel@fenwick.example.')
  await page.getByLabel('Password of hazel at 127.0.0.1').last().fill('lavender')
  await typeKeys(page, 'Enter')
  await expect(letter).toContainText('127.0.0.1 refused the password.')
  await page.getByLabel('Password of hazel at 127.0.0.1').last().fill('wisteria')
  await typeKeys(page, 'Enter')
  await expect(section(page, 'Sent')).toContainText('Sofia & Ben')

  expect(server.letters).toHaveLength(1)
})

test('a sent letter is taken back while it is held, and leaves nothing behind', async ({ desk }) => {
  const kept = await desk.startSample()
  const server = await desk.mailServer()
  await (await desk.script(kept)).ask(api.mail.setAccount, account(server.port))
  const page = await desk.open(kept)
  await page.getByRole('link', { name: 'Grace & Liam', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Grace Okafor & Liam Byrne')
  await typeKeys(page, 'c')
  const letter = page.getByRole('region', { name: 'Letter to Grace & Liam' })
  await letter
    .getByRole('textbox', { name: 'What you want to say' })
    .fill('The farm has a second barn for the rain.')
  await letter.getByRole('textbox', { name: 'Subject' }).fill('A second barn')
  await typeKeys(page, 'Control+Enter')
  await expect(status(page)).toContainText('On its way to Grace')
  await expect(section(page, 'So far').getByRole('listitem').first()).toContainText('A second barn')

  await typeKeys(page, 'z')
  await expect(status(page)).toContainText('Taken back.')
  await expect(section(page, 'So far').getByRole('listitem').first()).not.toContainText('A second barn')
  await typeKeys(page, 'g', 'o')
  await expect(section(page, 'Drafts')).toContainText('A second barn')
  expect(server.letters).toHaveLength(0)
})
