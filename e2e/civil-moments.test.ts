import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { momentsAroundChanges } from './civil-moments'

/** The same functions as one script for a page. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: 'e2e/civil-moments.ts', formats: ['iife'], name: 'kept' },
    },
  })
  const [bundle] = [built].flat()
  if (bundle === undefined || !('output' in bundle)) throw new Error('The script was not built.')
  return bundle.output[0].code
}

test(
  'a page and the host answer alike around every change of the clocks (RM-6)',
  { tag: '@loopback' },
  async ({ page }) => {
    const here = momentsAroundChanges()
    await page.addScriptTag({ content: await bundled() })
    const there = await page.evaluate<Record<string, string>>('kept.momentsAroundChanges()')

    // The two may know another year's rules of a zone; what both know as the same change must be answered alike.
    const both = Object.keys(here).filter((change) => there[change] !== undefined)
    const known = `${both.length} of ${Object.keys(here).length} changes are known to both`
    console.info(`Moments in a page and in the host: ${known}`)
    expect(both.length, known).toBeGreaterThan(600)
    expect(both.filter((change) => here[change] !== there[change])).toEqual([])
  },
)
