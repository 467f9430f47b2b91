import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freshFolder, serve } from './kept'

const program = join('dist', 'electron', 'start.js')

/** Runs the built Kept to its end. */
const runStart = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { status, stdout, stderr }
}

const { folder, remove } = freshFolder()
test.afterAll(remove)
const at = (name: string) => join(folder, name)

test('a wrong option gets one sentence and exit code 2', () => {
  for (const args of [
    ['--colour'],
    ['--port', 'http'],
    ['--now', 'tomorrow'],
    ['--sample', 'dentist'],
    ['--data'],
  ]) {
    const { status, stdout, stderr } = runStart(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
})

test('a folder that cannot hold a store gets one sentence and exit code 1', () => {
  writeFileSync(at('file'), '')
  const { status, stderr } = runStart('--browser', '--no-open', '--data', at('file'))

  expect(status).toBe(1)
  expect(stderr).toContain(
    `Kept cannot keep its data in ${at('file')}: there is a file where the folder should be.`,
  )
})

test('a store that is no store of Kept is left as it is', () => {
  mkdirSync(at('foreign'))
  writeFileSync(at('foreign/kept.db'), 'a letter to Priya')
  const { status, stderr } = runStart('--browser', '--no-open', '--data', at('foreign'))

  expect([status, stderr.trim()]).toEqual([
    1,
    `${at('foreign/kept.db')} is not a data file of Kept. Nothing was changed.`,
  ])
  expect(readFileSync(at('foreign/kept.db'), 'utf8')).toBe('a letter to Priya')
})

test('a second start says that Kept is open, and ends well', async () => {
  const kept = await serve(at('twice'))
  const { status, stderr } = runStart('--browser', '--no-open', '--data', at('twice'))
  await kept.stop()

  expect(status).toBe(0)
  expect(stderr).toMatch(/^Kept is already open \(process \d+, since /)
})

test('a signal ends it with exit code 0, and a start after kill -9 needs no clean-up', async () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    const child = spawn(process.execPath, [program, '--browser', '--no-open', '--data', at('signals')])
    await once(child.stdout, 'data')
    child.kill(signal)
    expect((await once(child, 'exit'))[0]).toBe(0)
  }
  await (await serve(at('signals'))).kill()
  await (await serve(at('signals'))).stop()
})

test('Enter in the terminal prints a new link, and no link is on a command line', async () => {
  const child = spawn(process.execPath, [program, '--browser', '--no-open', '--data', at('enter')])
  const lines: string[] = []
  child.stdout.on('data', (text: Buffer) => lines.push(...text.toString().trim().split('\n')))
  await expect.poll(() => lines.length).toBe(1)
  child.stdin.write('\n')
  await expect.poll(() => lines.length).toBe(2)
  const command = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(child.pid)], {
    encoding: 'utf8',
  }).stdout
  child.kill()
  await once(child, 'exit')

  expect(lines.every((line) => /^Kept is at http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/.test(line))).toBe(true)
  expect(new Set(lines).size).toBe(2)
  for (const line of lines) expect(command).not.toContain(line.split('#')[1])
})
