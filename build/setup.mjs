// The way into the scripts of package.json: sees that Node, packages, bundles and a browser are there, then
// runs what was asked for. Plain JavaScript without packages, since it runs before anything is installed.
import { ensureBrowser } from './browser.mjs'
import { ensureBundles, makeBundles } from './bundles.mjs'
import { ensureFaketime } from './faketime.mjs'
import { ensurePackages } from './packages.mjs'
import { run, say } from './process.mjs'
import { checkNode, findNode } from './runtime.mjs'

const commands = {
  async start(args) {
    await ensureBundles()
    return run(findNode(), ['dist/electron/start.js', ...args])
  },
  async dev(args) {
    return run(findNode(), ['build/dev.ts', ...args])
  },
  async build() {
    await makeBundles()
    return 0
  },
  async run(args) {
    await ensureBundles()
    return run(findNode(), ['build/run.ts', ...args])
  },
  /** Makes installers for this system; what follows `--` goes to electron-builder, as in `-- --linux dir`. */
  async package(args) {
    await ensureBundles()
    return run(findNode(), ['node_modules/electron-builder/cli.js', '--publish', 'never', ...args])
  },
  async test(args) {
    await ensureBundles()
    const browser = await ensureBrowser()
    await ensureFaketime()
    const units = await run(findNode(), [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--passWithNoTests',
      ...args,
    ])
    const journeys = await run(
      findNode(),
      ['node_modules/@playwright/test/cli.js', 'test', '--pass-with-no-tests', ...args],
      { KEPT_CHROMIUM: browser },
    )
    const passed = units === 0 && journeys === 0
    say(passed ? 'Every test passed.' : 'Some tests failed; the lines above name them.')
    return passed ? 0 : 1
  },
}

const [command, ...args] = process.argv.slice(2)
checkNode()
await ensurePackages()
process.exitCode = await commands[command](args)
