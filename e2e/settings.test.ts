import type { Page } from '@playwright/test'
import { expect, row, section, status, test, typeKeys } from './journey'

const openPart = async (page: Page, part: string) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  const link = page.getByRole('navigation', { name: 'Parts of Settings' }).getByRole('link', { name: part })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
}

const headline = (page: Page) => page.getByRole('heading', { level: 1 })

test('other hours and a day off move what is due, and Undo moves it back', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await expect(row(page, 'Tom Hollis')).toContainText('due Tue 13:55')

  await openPart(page, 'Hours')
  await expect(headline(page)).toHaveText('You are open Monday to Friday, 9:00 to 17:30.')
  await page.getByLabel('Tuesday, until').fill('09:00')
  await page.getByLabel('Tuesday, until').fill('12:00')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(status(page)).toContainText('Your hours are saved, and the open clocks are counted anew.')
  await expect(headline(page)).toHaveText('You are open 5 days a week, 37 h in all.')
  await page.getByRole('button', { name: 'Add a day' }).click()
  await page.keyboard.type('At the Orangery')
  await page.getByLabel('First day').fill('2026-11-25')
  await page.getByLabel(/^Last day/).fill('2026-11-24')
  await typeKeys(page, 'Enter')
  await expect(page.getByText('It must be the first day or a later one, within a year.')).toBeVisible()
  await page.getByLabel(/^Last day/).fill('')
  await typeKeys(page, 'Enter')
  await expect(status(page)).toContainText('The day is in your calendar.')
  await expect(section(page, 'Days that differ')).toContainText(/Wed 25 Nov.*At the Orangery.*closed/)

  await typeKeys(page, 'g', 't')
  await expect(row(page, 'Tom Hollis')).toContainText('due Thu 10:55')
  await expect(page.getByRole('banner')).toContainText('Open until 12:00')
  await typeKeys(page, 'z')
  await expect(row(page, 'Tom Hollis')).toContainText('due Wed 10:55')
})

test('a new standard holds for what comes, and running clocks keep theirs', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await openPart(page, 'Standards')
  await expect(headline(page)).toHaveText(
    'You acknowledge within four working hours, and answer by the next working day.',
  )
  const clients = section(page, 'Clients')
  await clients.getByLabel('Full answer').fill('soon')
  await typeKeys(page, 'Enter')
  await expect(clients).toContainText('Give a whole number, such as 1.')
  await clients.getByLabel('Full answer').fill('2')
  await clients.getByLabel('First sign of life').selectOption('within 2 h')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(status(page)).toContainText('Your standards are saved. They hold from now on.')
  await expect(headline(page)).toHaveText(
    'You acknowledge within two working hours, and answer within 2 working days.',
  )
  await expect(section(page, 'Earlier standards')).toBeVisible()

  await typeKeys(page, 'g', 't')
  await expect(section(page, 'Waiting for a reply')).toContainText('Your standard: within 2 working hours')
  await expect(row(page, 'Tom Hollis')).toContainText('due Tue 13:55')
})

test('a mail account is tried before it is trusted, and what was typed stays', async ({ desk }) => {
  const server = await desk.mailServer()
  const gone = await desk.mailServer()
  await gone.stop()
  const page = await desk.open(await desk.startSample())
  await openPart(page, 'Mail')
  await expect(headline(page)).toHaveText('No mail account is set up yet.')
  const port = page.getByRole('textbox', { name: 'Port' })
  const check = page.getByRole('button', { name: 'Check the connection' })
  await page.getByLabel('Letters come from').fill('Hazel Fenwick')
  await page.getByLabel('Your mail address').fill('hazel@fenwick.example')
  await page.getByLabel('Server for outgoing mail (SMTP)').fill('mail.fenwick.example')
  await page.getByRole('radio', { name: 'Not encrypted' }).check()
  await port.fill('smtp')
  await typeKeys(page, 'Tab')
  await expect(page.getByText('Give a port from 1 to 65535, such as 587.')).toBeVisible()

  await port.fill(String(gone.port))
  await check.click()
  await expect(page.getByText('mail.fenwick.example is not this computer', { exact: false })).toBeVisible()
  await page.getByLabel('Server for outgoing mail (SMTP)').fill('127.0.0.1')
  await check.click()
  await expect(
    page.getByText(`Nothing answers at 127.0.0.1, port ${gone.port}. Please check the server and the port.`),
  ).toBeVisible()
  await expect(page.getByLabel('Your mail address')).toHaveValue('hazel@fenwick.example')

  await port.fill(String(server.port))
  await check.click()
  await expect(page.getByText('It works. The server says:', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(headline(page)).toHaveText('Letters go out through 127.0.0.1, from hazel@fenwick.example.')
})

test('the name, the letters and the rewards are the user’s own', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await openPart(page, 'Business')
  await page.getByLabel('Your name').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('It must not be empty.')).toBeVisible()
  await page.getByLabel('Your name').fill('Hazel Fenwick')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(headline(page)).toHaveText('Your letters are signed by Hazel Fenwick.')

  await openPart(page, 'Letters')
  const text = page.getByLabel('Text', { exact: true })
  const before = await text.inputValue()
  await text.fill(`${before}\n\nP.S. {{nickname}}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This kind of letter knows no “nickname”.', { exact: false })).toBeVisible()
  await expect(text).toHaveValue(`${before}\n\nP.S. {{nickname}}`)
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(text).toHaveValue(before)
})

test(
  'the data is backed up by hand, and another window opens by a link that works once',
  { tag: '@loopback' },
  async ({ desk }) => {
    const page = await desk.open(await desk.startSample())
    await openPart(page, 'Your data')
    await expect(section(page, 'Your data is in')).toContainText(
      `${desk.folder}/sample-wedding-planner/kept.db`,
    )
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(status(page)).toContainText('Backed up, and read back to be sure:')
    await expect(headline(page)).toHaveText(/^The last good backup is from Tuesday 24 November, 10:4\d\.$/)
    await expect(section(page, 'Backups')).toContainText('made by hand')

    await page.getByRole('button', { name: 'Open another window' }).click()
    const link = await page.getByLabel('Link to another window').inputValue()
    const other = await page.context().newPage()
    await other.goto(link)
    await expect(headline(other)).toHaveText(/^3 people/)
    const late = await page.context().newPage()
    await late.goto(link)
    await expect(headline(late)).toHaveText('This page needs a new link.')
  },
)
