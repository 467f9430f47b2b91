import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freshFolder } from './kept'

/*
 * Somebody else with an account on the same computer (LH-8): they reach the port and may look at processes, and that
 * is all. The test needs to be root to be somebody else.
 */

const nobody = 65_534
const isAble = process.platform === 'linux' && process.getuid?.() === 0

/** Runs a script of the shell as that account. */
const asNobody = (script: string) => {
  const options = { uid: nobody, gid: nobody, cwd: '/', encoding: 'utf8', timeout: 20_000 } as const
  const { stdout, stderr } = spawnSync('/bin/bash', ['-c', script], options)
  return `${stdout}${stderr}`
}

/** Asks by the shell itself, so that nothing of Kept's own has to be readable. */
const ask = (port: number, method: string, path: string, ...lines: readonly string[]) => {
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...lines,
    'Connection: close',
    '',
    '',
  ]
  const body = method === 'POST' ? '{}' : ''
  return asNobody(
    `exec 3<>/dev/tcp/127.0.0.1/${port} && printf '%b' '${head.join('\\r\\n')}${body}' >&3 && timeout 5 cat <&3`,
  )
}

type Running = { readonly child: ChildProcess; readonly link: URL; readonly forwarding: string }

/** Starts Kept as a user does whose browser is a program that does nothing. */
async function start(folder: string): Promise<Running> {
  const [programs, temporary] = [join(folder, 'bin'), join(folder, 'tmp')]
  for (const each of [programs, temporary]) mkdirSync(each)
  // As on any computer: everybody may go through it and make things in it.
  chmodSync(folder, 0o755)
  chmodSync(temporary, 0o1777)
  writeFileSync(join(programs, 'xdg-open'), '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  const env = { ...process.env, PATH: `${programs}:${process.env['PATH'] ?? ''}`, TMPDIR: temporary }
  const options = ['dist/electron/start.js', '--browser', '--data', join(folder, 'data')]
  const child = spawn(process.execPath, options, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const link = new URL(/http:\S+/.exec(said.toString())?.[0] ?? '')
  const files = () => readdirSync(temporary, { recursive: true }).map((name) => join(temporary, String(name)))
  await expect.poll(() => files().some((file) => file.endsWith('.html'))).toBe(true)
  return { child, link, forwarding: files().find((file) => file.endsWith('.html')) ?? '' }
}

if (!isAble)
  process.stdout.write(
    'Only root can be somebody else: the test of another account of this computer is skipped.\n',
  )
test.skip(!isAble, 'Only root can be somebody else')

const left: { child?: ChildProcess } = {}
test.afterEach(() => void left.child?.kill('SIGKILL'))

test('another account of this computer reads nothing of Kept @loopback', async () => {
  const { folder, remove } = freshFolder()
  const { child, link, forwarding } = await start(folder)
  left.child = child
  const port = Number(link.port)
  const code = link.hash.slice(1)
  const origin = `Origin: ${link.origin}`
  const json = ['Content-Type: application/json', 'Content-Length: 2']

  await test.step('finds the port, and is told 401 wherever there are data', () => {
    expect(asNobody('cat /proc/net/tcp')).toContain(`0100007F:${port.toString(16).toUpperCase()}`)
    for (const path of ['/api', '/push', `/api?token=${code}`])
      expect(ask(port, 'GET', path, `Authorization: Bearer ${code}`)).toMatch(/^HTTP\/1\.1 401 [^]*E_TOKEN/)
    for (const name of ['today.show', 'clients.list', 'data.show', 'clients.add', 'windows.open'])
      expect(ask(port, 'POST', `/api/${name}`, origin, ...json)).toMatch(/^HTTP\/1\.1 401 [^]*E_TOKEN/)
    expect(ask(port, 'POST', '/session', origin, ...json)).toMatch(/^HTTP\/1\.1 401 [^]*E_CODE/)
    expect(ask(port, 'GET', '/')).toMatch(/^HTTP\/1\.1 200 /)
  })

  await test.step('cannot read the file that forwards the browser', () => {
    expect(statSync(forwarding).mode & 0o777).toBe(0o600)
    expect(statSync(join(forwarding, '..')).mode & 0o777).toBe(0o700)
    expect(readFileSync(forwarding, 'utf8')).toContain(code)
    for (const script of [`cat '${forwarding}'`, `ls '${join(forwarding, '..')}'`, `ls -R '${folder}/tmp'`])
      expect(asNobody(script)).not.toContain(code)
    expect(asNobody(`cat '${forwarding}'`)).toContain('Permission denied')
  })

  await test.step('cannot look into the folder of the store', () => {
    const data = join(folder, 'data')
    expect(statSync(data).mode & 0o777).toBe(0o700)
    expect(asNobody(`ls '${data}'`)).toContain('Permission denied')
    for (const name of readdirSync(data, { recursive: true }).map(String)) {
      const { mode } = statSync(join(data, name))
      expect([name, mode & 0o077]).toEqual([name, 0])
      expect(asNobody(`cat '${join(data, name)}'`)).toContain('Permission denied')
    }
  })

  await test.step('sees a process and no code', () => {
    const seen = asNobody(`tr '\\0' ' ' < /proc/${child.pid}/cmdline; ps -efww`)
    expect(seen).toContain('start.js')
    expect(seen).not.toContain(code)
    for (const file of ['environ', 'mem', 'maps', 'fd/1'])
      expect(asNobody(`cat /proc/${child.pid}/${file}`)).toContain('Permission denied')
  })

  await test.step('and the owner’s link is still good', async () => {
    const headers = { origin: link.origin, 'content-type': 'application/json' }
    const asked = { method: 'POST', headers, body: JSON.stringify({ code }) }
    expect((await fetch(`${link.origin}/session`, asked)).status).toBe(200)
  })

  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(existsSync(forwarding)).toBe(false)
  remove()
})
