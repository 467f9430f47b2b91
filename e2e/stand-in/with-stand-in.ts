import { expect, test as base } from '../journey'
import { freshFolder, sampleNow } from '../kept'
import { watch } from '../journey'
import { startOverStandIn } from '../shells/stand-in'
import type { Surroundings } from './test-end'

export { expect }

/** A Kept over the stand-in, and its folder. */
export type OnDesktop = ReturnType<typeof startOverStandIn>

/** The sample's Tuesday in ordinary surroundings, where nothing else is wished. */
type Start = (wished?: {
  readonly surroundings?: Surroundings
  readonly options?: readonly string[]
}) => OnDesktop

const sample = ['--sample', 'wedding-planner', '--now', sampleNow]

/** A test of what only a window of its own has: it starts the sample business, in surroundings of its choice. */
export const test = base.extend<{ start: Start }>({
  start: async ({ browser }, use) => {
    const { folder, remove } = freshFolder()
    const started: OnDesktop[] = []
    const faults: string[] = []
    await use(({ surroundings = {}, options = sample } = {}) => {
      const kept = startOverStandIn(browser, folder, options, {
        surroundings,
        watch: (page) => watch(page, faults),
      })
      started.push(kept)
      return kept
    })
    for (const kept of started) await kept.stop()
    remove()
    expect(faults).toEqual([])
  },
})
