import { expect, row, status, tabTo, test, typeKeys } from './journey'

test(
  'what was said on the phone is put in while it is still heard, from wherever the user is',
  { tag: '@shell' },
  async ({ desk }) => {
    const kept = await desk.startSample()
    const page = await desk.open(kept)
    await expect(row(page, 'Sofia Marchetti')).toBeFocused()
    await typeKeys(page, 'g', 'c')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^23 clients/)
    await kept.frame?.minimize()

    await kept.quickLog()
    await expect.poll(async () => (await kept.frame?.isInFront()) ?? true).toBe(true)
    const log = page.getByRole('dialog', { name: 'Log a call or message' })
    await expect(log.getByRole('combobox', { name: 'Who' })).toBeFocused()
    await page.keyboard.type('imogen')
    await expect(page.getByRole('option', { name: /Imogen/ })).toBeVisible()
    await typeKeys(page, 'ArrowDown', 'Enter')
    await expect(log.getByRole('radio', { name: 'Call', exact: true })).toBeChecked()
    await tabTo(page, log.getByLabel('What was said'))
    await page.keyboard.type('The tasting moves to the 8th')
    await tabTo(page, log.getByRole('button', { name: 'Log it' }))
    await typeKeys(page, 'Enter')

    await expect(status(page)).toContainText('Logged')
    await expect(log).toBeHidden()
    await typeKeys(page, 'g', 't')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2 people are waiting')
    await expect(row(page, 'Could we move the tasting')).toBeHidden()
  },
)
