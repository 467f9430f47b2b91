import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
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
  test.skip(process.platform === 'win32', 'Windows has no signals')
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    const child = spawn(process.execPath, [program, '--browser', '--no-open', '--data', at('signals')])
    await once(child.stdout, 'data')
    child.kill(signal)
    expect((await once(child, 'exit'))[0]).toBe(0)
  }
  await (await serve(at('signals'))).kill()
  await (await serve(at('signals'))).stop()
})

test('a terminal that nobody reads any more does not end it', async () => {
  test.skip(process.platform === 'win32', 'Windows has no signals')
  const child = spawn(process.execPath, [program, '--browser', '--no-open', '--data', at('deaf')])
  const [line] = await once(child.stdout, 'data')
  const [address = ''] = /http[^#]+/.exec(String(line)) ?? []
  child.stdout.destroy()
  child.stderr.destroy()
  for (let lines = 0; lines < 3; lines++) child.stdin.write('\n')

  await expect.poll(async () => (await fetch(address)).status).toBe(200)
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
})

test('without options it keeps its data where the system keeps a program’s, also the first time', async () => {
  test.skip(process.platform === 'win32', 'Windows has no signals')
  const home = at('home')
  mkdirSync(home)
  const { XDG_DATA_HOME: _, XDG_CONFIG_HOME: __, ...rest } = process.env
  const env = { ...rest, HOME: home, USERPROFILE: home, APPDATA: join(home, 'AppData') }
  for (let starts = 0; starts < 2; starts++) {
    const child = spawn(process.execPath, [program, '--browser', '--no-open'], { env })
    const [line] = await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect([String(line).slice(0, 11), (await once(child, 'exit'))[0]]).toEqual(['Kept is at ', 0])
  }
})

test('Enter in the terminal prints a new link, and no link is on a command line', async () => {
  test.skip(process.platform === 'win32', 'Windows has no signals')
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

test('a folder nobody may write in is named, and where to go', () => {
  test.skip(process.platform === 'win32', 'Windows has no folder that nobody may write in')
  const nowhere = process.platform === 'darwin' ? '/System/kept' : '/sys/kept'
  const { status, stderr } = runStart('--browser', '--no-open', '--data', nowhere)

  expect(status).toBe(1)
  expect(stderr.trim()).toMatch(
    /^Kept cannot keep its data in \/\w+\/kept: .+\. Nothing was changed\. Choose another folder with --data\.$/,
  )
})

test('a store of a newer Kept is left as it is, byte for byte', async () => {
  await (await serve(at('newer'))).stop()
  const store = at('newer/kept.db')
  const db = new Database(store)
  db.pragma('journal_mode = DELETE')
  db.pragma('user_version = 999')
  db.close()
  const opened = at('newer/last-opened.json')
  writeFileSync(opened, readFileSync(opened, 'utf8').replace(/"version":"[^"]+"/, '"version":"9.1.0"'))
  const before = readFileSync(store)

  const { status, stderr } = runStart('--browser', '--no-open', '--data', at('newer'))

  expect(status).toBe(1)
  expect(stderr).toMatch(
    /^The data file was written by Kept 9\.1\.0; this is Kept \S+\. Nothing was changed\. Install Kept 9\.1\.0/,
  )
  expect(readFileSync(store).equals(before)).toBe(true)
})
