import { sampleNow } from './kept'
import { expect, row, section, status, tabTo, test, typeKeys } from './journey'

/** Four hours, of which a minute may have gone since. */
const stillLeft = /(4 h|3 h 59 m) left/

test('the first day goes from an empty store to a promise, without a mouse and without a mail account', async ({
  desk,
}) => {
  const kept = await desk.start('--now', sampleNow)
  const page = await desk.open(kept)
  const headline = page.getByRole('heading', { level: 1 })

  await test.step('the empty store says what is next', async () => {
    await expect(headline).toHaveText('Nobody is waiting to hear from you.')
    await expect(page.getByRole('button', { name: 'Log a call or message' })).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveText(/Today\s*Clients\s*Outbox/)
  })

  await test.step('a client is added', async () => {
    await typeKeys(page, 'g', 'c')
    await expect(headline).toHaveText('No clients yet.')
    await tabTo(page, page.getByRole('button', { name: 'Add a client' }))
    await typeKeys(page, 'Enter')
    await expect(page.getByLabel('Name', { exact: true }).first()).toBeFocused()
    await typeKeys(page, 'Enter')
    await expect(page.getByText('It must not be empty.')).toBeVisible()
    await page.keyboard.type('Nadia Rahman & Joe Ellis')
    await tabTo(page, page.getByRole('group', { name: 'Person 1' }).getByLabel('Name', { exact: true }))
    await page.keyboard.type('Nadia Rahman')
    await tabTo(page, page.getByLabel('Email'))
    await page.keyboard.type('nadia@rahman')
    await typeKeys(page, 'Enter')
    await expect(page.getByText('Give one mail address, such as anna@example.org.')).toBeVisible()
    await expect(page.getByLabel('Email')).toHaveValue('nadia@rahman')
    await expect(page.getByLabel('Email')).toBeFocused()
    await typeKeys(page, 'End')
    await page.keyboard.type('.example')
    await tabTo(page, page.getByLabel('Day', { exact: true }))
    // The order of day, month and year is the machine's, so the day is set and not typed.
    await page.getByLabel('Day', { exact: true }).fill('2027-05-22')
    await typeKeys(page, 'Enter')
    await expect(status(page)).toContainText('Added Nadia Rahman & Joe Ellis.')
    await expect(headline).toHaveText('Nadia Rahman & Joe Ellis')
  })

  await test.step('a voicemail is logged', async () => {
    await typeKeys(page, 'Control+k')
    const log = page.getByRole('dialog', { name: 'Log a call or message' })
    await expect(log.getByRole('combobox', { name: 'Who' })).toBeFocused()
    await page.keyboard.type('nad')
    await expect(page.getByRole('option', { name: /Nadia Rahman & Joe Ellis/ })).toBeVisible()
    await typeKeys(page, 'ArrowDown', 'Enter')
    await expect(log.getByLabel('Person')).toHaveValue(/\d+/)
    await tabTo(page, log.getByRole('radio', { name: 'Call', exact: true }))
    await typeKeys(page, 'ArrowRight')
    await expect(log.getByRole('radio', { name: 'They left it' })).toBeChecked()
    await tabTo(page, log.getByLabel('What was said'))
    await page.keyboard.type('Could you find out whether the quartet can play outdoors?')
    await tabTo(page, log.getByRole('button', { name: 'Log it' }))
    await typeKeys(page, 'Enter')
    await expect(status(page)).toContainText('Logged. Nadia’s clock runs: due 14:40.')
  })

  await test.step('her question is acknowledged by a letter that is copied', async () => {
    await typeKeys(page, 'g', 't')
    await expect(headline).toHaveText('1 person is waiting to hear from you.')
    await expect(row(page, 'Nadia Rahman')).toContainText(stillLeft)
    await row(page, 'Nadia Rahman').focus()
    await typeKeys(page, 'a')
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
    await page.keyboard.type('Hazel')
    await typeKeys(page, 'Enter')
    const letter = page.getByRole('group', { name: /^Acknowledgement to Nadia/ })
    await expect(letter).toContainText('Could you find out whether the quartet can play outdoors?')
    await typeKeys(page, 'Control+Enter')
    await expect(letter).toContainText('No mail account is set up yet.')
    await tabTo(page, letter.getByRole('button', { name: 'Copy the text' }))
    await typeKeys(page, 'Enter')
    await expect(letter).toContainText('The text is copied. Paste it into a message to them.')
    const copied = await kept.copied()
    expect(copied).toMatch(/^Dear Nadia,/)
    expect(copied).toContain('quartet')
    expect(copied).toContain('Wednesday 25 November')
    await expect(letter.getByRole('button', { name: 'I sent it' })).toBeFocused()
    await expect(row(page, stillLeft)).toBeVisible()
    await typeKeys(page, 'Enter')
    await expect(status(page)).toContainText('Noted: you sent it to Nadia')
    await expect(section(page, 'Waiting for a reply')).toBeHidden()
    await expect(page.getByRole('complementary')).toContainText('Full answer to Nadia')
  })

  await test.step('saying so is taken back, and the clock runs on as if never stopped', async () => {
    await typeKeys(page, 'z')
    await expect(status(page)).toContainText('Taken back.')
    await expect(row(page, 'Nadia Rahman')).toContainText(stillLeft)
    await expect(page.getByRole('complementary')).not.toContainText('Full answer')
  })
})
