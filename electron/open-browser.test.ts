import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openBrowser, writeForwardingFile } from './open-browser'

const link = 'http://127.0.0.1:4020/#one-time-code'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-browser-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('forwards by a file that only the user can read', () => {
  const file = writeForwardingFile(link)

  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
  expect(readFileSync(file, 'utf8')).toContain(`content="0;url=${link}"`)
})

it.runIf(process.platform === 'linux')('gives the browser the file, never the link', async () => {
  writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\necho "$@" > ${folder}/given\n`)
  chmodSync(join(folder, 'xdg-open'), 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)

  expect(await openBrowser(link)).toBe(true)
  await vi.waitFor(() => expect(existsSync(join(folder, 'given'))).toBe(true))
  const given = readFileSync(join(folder, 'given'), 'utf8').trim()
  expect(given).not.toContain('one-time-code')
  expect(readFileSync(given, 'utf8')).toContain(link)
})

it.runIf(process.platform === 'linux')('tells when there is no program to open it with', async () => {
  vi.stubEnv('PATH', folder)
  expect(await openBrowser(link)).toBe(false)
})
