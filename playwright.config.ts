import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { realElectron } from './e2e/shells/electron'
import type { ShellName } from './e2e/shells/running'

const chromium = process.env['KEPT_CHROMIUM'] ?? ['/usr/bin/chromium'].find((path) => existsSync(path))
const args = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** What is about the browser, the terminal or the address by nature, and no matter of a window of its own. */
const aboutLoopback = /@loopback/
const onlyThere = [
  '**/accessibility.test.ts',
  '**/clock.test.ts',
  '**/command-line.test.ts',
  '**/demonstration.test.ts',
  '**/stand-in/**',
  '**/no-electron.test.ts',
]

export default defineConfig<{ shell: ShellName }>({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  reporter: 'list',
  // Every file has folders and ports of its own, and much of a journey is waiting.
  workers: 2,
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // Journeys are written once: every one runs in the browser, some over the stand-in, all in Electron where it is.
  projects: [
    { name: 'loopback', testIgnore: ['**/stand-in/**', '**/no-electron.test.ts'] },
    { name: 'stand-in', testIgnore: '**/no-electron.test.ts', grep: /@shell/, use: { shell: 'stand-in' } },
    {
      name: 'electron',
      use: { shell: 'electron' },
      ...('missing' in realElectron()
        ? { testMatch: '**/no-electron.test.ts' }
        : { testIgnore: onlyThere, grepInvert: aboutLoopback }),
    },
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Pacific/Auckland',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: { args, ...(chromium === undefined ? {} : { executablePath: chromium }) },
  },
})
