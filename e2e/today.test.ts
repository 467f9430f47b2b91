import { api } from '../shared/api/index'
import { expect, linesOf, row, section, status, test, typeKeys } from './journey'

const account = (port: number) => ({
  revision: null,
  host: '127.0.0.1',
  port,
  security: 'none' as const,
  user: null,
  fromName: 'Hazel Fenwick',
  fromAddress: 'hazel@fenwick.example',
})

test('the sample’s Tuesday stands as its records make it', { tag: '@shell' }, async ({ desk }) => {
  const page = await desk.open(await desk.startSample())

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '3 people are waiting to hear from you, and 2 promises are due today.',
  )
  await expect(page.getByRole('main')).toContainText('Tuesday 24 November, 10:40')
  await expect(page.getByRole('main')).toContainText(
    'Sofia has waited longer than your four working hours. Everyone else is in good time.',
  )
  const rowsOf = (name: string) => linesOf(section(page, name).locator('[data-row]'))
  expect(await rowsOf('Waiting for a reply')).toEqual([
    [
      ...['1 h 20 m over', 'since Mon 13:50', 'Sofia Marchetti', 'Wedding in 25 days'],
      'Is the quartet still confirmed?',
      'Mum has been asking and I’d love to tell her something before the weekend.',
    ],
    [
      ...['1 h 15 m left', 'since Mon 16:25', 'Imogen Clarke', 'Wedding on 6 March'],
      'Could we move the tasting to the 8th?',
      'Dele is travelling the week before and won’t forgive us if we eat without him.',
    ],
    [
      ...['3 h 15 m left', 'since 9:55', 'Tom Hollis', 'Wedding on 12 June'],
      'Two quick questions about rain',
      'How many does the barn seat if we’re all indoors, and who makes the call on the day?',
    ],
  ])
  expect(await rowsOf('Promises due')).toEqual([
    [
      ...['Today', 'by 13:00', 'Grace & Liam', 'Wedding on 14 May'],
      'Send the revised budget, with marquee',
      'You said so on Thu 19 Nov, by email',
    ],
    [
      ...['Today', 'by end of day', 'Sofia & Ben', 'Wedding in 25 days'],
      'Confirm coach times with both families',
      'You said so on Fri 20 Nov, on the phone with Ben',
    ],
  ])
  expect(await rowsOf('Send a status update')).toEqual([
    [
      ...['15 days ago', 'every 14 days', 'Priya & Tom', 'Wedding on 12 June'],
      '4 things to tell them since 9 November',
      'Can answer Tom’s two questions too',
    ],
    [
      ...['20 days ago', 'every 3 weeks', 'Northgate Arts Trust', 'Supper on 11 February'],
      'Little to report, and worth saying so',
      'Caterer shortlist unchanged; hall contract on track',
    ],
  ])
  const beginning = page.getByRole('group', { name: 'How the update to Priya & Tom begins' })
  await expect(beginning).toHaveText(
    /^Dear Priya and Tom, here is where things stand with 200 days to go.*the barn’s deposit terms are settled and paid/i,
  )
  await expect(beginning).toContainText(/a string trio is held for the ceremony/i)
  await expect(section(page, 'Give a little extra')).toContainText('£88 of this quarter’s £300 left')
  expect(await rowsOf('Give a little extra')).toEqual([
    [
      ...['Sunday', 'first anniversary', 'Jess & Callum Reid', 'Married 29 Nov 2025'],
      ...['Two bottles of the cordial from their toast', 'Jess still looks for it in shops', '£14'],
    ],
    [
      ...['This week', 'softens news', 'Margaret Ellison', 'Ruby anniversary, Jan'],
      ...[
        'Letter her place cards by hand, as a gift',
        'You moved her venue visit twice this month',
        '1 hour',
      ],
    ],
  ])
  expect(await linesOf(page.getByRole('complementary', { name: 'Coming up' }).locator('ol > li'))).toEqual([
    ['Wed', '25', 'Menu call, Northgate, 11:00', 'Update due, Northgate'],
    ['Thu', '26', 'Three florists, Priya & Tom', 'Full answer to Margaret'],
    [
      ...['Fri', '27', 'Seating draft, Imogen & Dele', 'Supplier contacts, Sofia & Ben'],
      ...['Hall floor plan, Northgate', 'Already a full day'],
    ],
    ['Sat', '28', 'Walk-through, St Anne’s Hall, 10:00, Sofia & Ben'],
    ['Sun', '29', 'First anniversary, Jess & Callum'],
    ['Mon', '30', 'Nothing promised yet'],
    ['Tue', '1', 'Rain plan, Priya & Tom', 'Second payment, Orchard House'],
  ])
  await expect(page.getByRole('banner')).toContainText('Open until 17:30')
  await expect(page.getByRole('banner')).toContainText('6 h 50 m left today')
  await expect(page.getByRole('navigation')).toHaveText(/Today\s*7\s*Clients\s*23\s*Outbox\s*1/)
  await expect(page.getByText('Email, Mon 23 Nov, 13:50: arrived Mon 13:50', { exact: false })).toBeAttached()
})

test('a promise is kept and taken back by keys, and a moved date is told or is known', async ({ desk }) => {
  const kept = await desk.startSample()
  const server = await desk.mailServer()
  await (await desk.script(kept)).ask(api.mail.setAccount, account(server.port))
  const page = await desk.open(kept)
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()

  await typeKeys(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'k')
  await expect(status(page)).toContainText('Kept: Send the revised budget, with marquee.')
  await expect(row(page, 'Grace & Liam')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 promise is due today')
  await typeKeys(page, 'z')
  await expect(status(page)).toContainText('Taken back.')
  await expect(row(page, 'Grace & Liam')).toBeVisible()

  await row(page, 'Grace & Liam').focus()
  await typeKeys(page, 'm')
  const panel = page.getByRole('group', { name: 'Move the date' })
  await expect(panel.getByRole('radio', { name: /Tomorrow, by 13:00/ })).toBeFocused()
  await typeKeys(page, 'Control+Enter')
  await expect(panel).toContainText('Say why in a sentence; the letter waits for it.')
  await page.keyboard.type(
    'The marquee firm has given me a new figure and I want to check it before you see it',
  )
  await expect(panel).toContainText(
    'Dear Grace and Liam, I said the revised budget would be with you by one o’clock today. The marquee firm has given me a new figure and I want to check it before you see it, so it will be with you by one o’clock tomorrow, Wednesday 25 November.',
  )
  await typeKeys(page, 'Control+Enter')
  await expect(status(page)).toContainText('Moved to Wed 25 Nov. The letter to Grace & Liam is on its way.')
  await expect(page.getByRole('complementary')).toContainText('Revised budget, Grace & Liam')

  await row(page, 'Confirm coach times').focus()
  await typeKeys(page, 'm')
  await expect(panel.getByRole('radio', { name: /^Tomorrow/ })).toBeFocused()
  await typeKeys(page, 'ArrowDown')
  await panel.getByRole('button', { name: 'They already know' }).click()
  await expect(status(page)).toContainText('Moved to Thu 26 Nov. Sofia & Ben knew already.')
  await expect(row(page, 'Confirm coach times')).toBeHidden()
  expect((await linesOf(section(page, 'Promises due').locator('[data-row]')))[0]).toEqual([
    ...['Tomorrow', 'by your own date', 'Grace & Liam', 'Wedding on 14 May'],
    ...['Send the revised budget, with marquee', 'You said so on Thu 19 Nov, by email'],
  ])
  await typeKeys(page, 'g', 'o')
  await expect(section(page, 'On the way')).toContainText('Grace & Liam')
  await expect(section(page, 'Drafts')).toBeHidden()
})

test('a day is worked through until everyone has an answer', { tag: '@shell' }, async ({ desk }) => {
  const kept = await desk.startSample()
  const server = await desk.mailServer()
  await (await desk.script(kept)).ask(api.mail.setAccount, account(server.port))
  const page = await desk.open(kept)
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()

  await typeKeys(page, 'a')
  await expect(status(page)).toContainText('Acknowledged Sofia Marchetti. You promised a full answer by')
  await expect(row(page, 'Imogen Clarke')).toBeFocused()
  await typeKeys(page, 'n')
  await expect(status(page)).toContainText('No reply needed for Imogen Clarke.')
  await page.getByRole('button', { name: 'More for Tom Hollis' }).click()
  await page.getByRole('menuitem', { name: 'I called them' }).click()
  await expect(status(page)).toContainText('Logged your call to Tom Hollis.')
  await expect(row(page, 'Grace & Liam')).toBeVisible()
  await row(page, 'Grace & Liam').focus()
  await typeKeys(page, 'k')
  await expect(row(page, 'Grace & Liam')).toBeHidden()
  await typeKeys(page, 'k')
  await expect(row(page, 'Confirm coach times')).toBeHidden()
  await expect(row(page, 'Full answer to Sofia')).toContainText('by your own date')
  await typeKeys(page, 'k')
  await expect(section(page, 'Promises due')).toBeHidden()
  await row(page, 'Priya & Tom').focus()
  await typeKeys(page, 'u')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Everyone has an answer, and today’s promises are kept.',
  )
  expect(await linesOf(section(page, 'Done today').getByRole('listitem'))).toHaveLength(8)
  await expect(page.getByRole('main')).toContainText('Next is an update for Northgate Arts Trust, tomorrow.')
  await expect(section(page, 'Give a little extra')).toContainText('If you have ten minutes')
})

test('keys lead to every place, and Enter opens the client', async ({ desk }) => {
  const page = await desk.open(await desk.startSample())
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()

  await typeKeys(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sofia Marchetti & Ben Adler')
  await typeKeys(page, 'g', 'c')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^23 clients/)
  await typeKeys(page, 'g', 'o')
  await expect(page).toHaveTitle('Outbox · Kept')
  await typeKeys(page, 'g', 't')
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()
  await typeKeys(page, 'Control+k')
  await expect(page.getByRole('dialog', { name: 'Log a call or message' })).toBeVisible()
})
