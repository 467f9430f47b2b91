import type { Page } from '@playwright/test'
import { row, section, typeKeys } from '../journey'
import { expect, test } from './with-stand-in'

/** How often the page is killed while somebody types (IP-10); each takes two or three seconds, so a hundred take minutes. */
const kills = Number(process.env['KILLS'] ?? 12)

const answerIn = (page: Page) =>
  page
    .getByRole('group', { name: 'A late answer to Sofia & Ben' })
    .getByRole('textbox', { name: 'Your answer' })

/** Begins Sofia's letter, or finds its draft. */
async function openLetter(page: Page) {
  await expect(row(page, 'Sofia Marchetti')).toBeFocused()
  await typeKeys(page, 'r')
  const answer = answerIn(page)
  await expect(answer).toBeFocused()
  return answer
}

test(
  'a page that is killed while somebody types comes back at its place, with the draft',
  { tag: '@shell' },
  async ({ start }) => {
    test.setTimeout(kills * 15_000)
    const { standIn, open } = start()
    const state = { kept: '', typed: '' }
    for (let kill = 1; kill <= kills; kill += 1) {
      const page = await open()
      const answer = await openLetter(page)
      // What was saved is there; of what was typed in the last moment there is a beginning.
      const found = await answer.inputValue()
      expect(found.startsWith(state.kept) && state.typed.startsWith(found)).toBe(true)
      const words = `${kill}, `
      if (kill % 4 === 0) {
        await answer.fill(words)
        await expect(page.getByText(/^Saved \d/)).toBeVisible()
        state.kept = state.typed = words
      } else {
        await typeKeys(page, 'End')
        await page.keyboard.type(words)
        state.kept = found
        state.typed = `${found}${words}`
      }
      await standIn.pages.crash(1)
    }
    const page = await open()
    await typeKeys(page, 'g', 'o')
    await expect(section(page, 'Drafts')).toContainText(`${Math.floor(kills / 4) * 4}, `)
    expect(standIn.isOver()).toBe(false)
  },
)
