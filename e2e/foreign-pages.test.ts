import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Browser, type Frame, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { aNewClient } from '../shared/testing'
import { attack, type Outcome, type Target } from './attack'
import { launchBrowser } from './browser'
import { freshFolder, sampleNow, serve, type Served } from './kept'
import { openRebinding, type Rebinding } from './rebinding'

/*
 * Pages of other sites, in a real browser, that want to read or write in Kept (LH-2, LH-4). Each has been given a
 * token, as if it had stolen one: what keeps it out is where it comes from.
 */

test.describe.configure({ mode: 'serial' })

const { folder, remove } = freshFolder()
let kept: Served
let target: Target
let browser: Browser
let rebinding: Rebinding
let foreign: { readonly port: number; readonly close: () => void }

test.beforeAll(async () => {
  kept = await serve(folder, '--sample', 'wedding-planner', '--now', sampleNow)
  target = { origin: kept.origin, token: await stolenToken(), body: JSON.stringify(aNewClient('Mallory')) }
  foreign = await openForeignSite()
  rebinding = await openRebinding()
  browser = await launchBrowser(
    '--host-resolver-rules=MAP evil.test 127.0.0.1, MAP kept.evil.test 127.0.0.1',
    // What the browser would hold back by itself comes through: Kept has to refuse it.
    '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
  )
})
test.afterAll(async () => {
  await browser.close()
  foreign.close()
  await rebinding.close()
  await kept.stop()
  remove()
})

async function stolenToken(): Promise<string> {
  const code = new URL(await kept.newLink()).hash.slice(1)
  const headers = { origin: kept.origin, 'content-type': 'application/json' }
  const traded = await fetch(`${kept.origin}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ code }),
  })
  return ((await traded.json()) as { token: string }).token
}

/** A site of somebody else's: an empty page under every address, a page with a locked-in frame, a page of the internet. */
async function openForeignSite(): Promise<{ readonly port: number; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const isPublic = request.url === '/public'
    response.writeHead(200, {
      ...{ 'content-type': 'text/html', connection: 'close' },
      ...(isPublic ? { 'content-security-policy': 'treat-as-public-address' } : {}),
    })
    response.end(
      request.url === '/locked'
        ? '<title>Evil</title><iframe sandbox="allow-scripts allow-forms" src="/"></iframe>'
        : '<title>Evil</title><body>Evil</body>',
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Everything a user has in the store; what Kept notes by itself from time to time is not in it. */
function everythingKept(): string {
  const store = new Database(join(folder, 'sample-wedding-planner', 'kept.db'), { readonly: true })
  const hash = createHash('sha256')
  const tables = store
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not in ('nudge', 'note') order by name",
    )
    .pluck()
    .all()
  for (const name of tables)
    hash.update(JSON.stringify(store.prepare(`select * from "${String(name)}"`).all()))
  store.close()
  return hash.digest('hex')
}

/** Attacks from a page or a frame of it, and says what it could read, and how Kept answered what the browser let through. */
async function attackFrom(
  page: Page,
  where: Frame | Page,
): Promise<{
  readonly outcomes: readonly Outcome[]
  readonly answers: readonly (readonly [string, number])[]
}> {
  const answers: (readonly [string, number])[] = []
  page.on('response', (response) => {
    const url = new URL(response.url())
    if (url.origin === kept.origin)
      answers.push([`${response.request().method()} ${url.pathname}`, response.status()])
  })
  return { outcomes: await where.evaluate(attack, target), answers }
}

const readIn = (outcomes: readonly Outcome[]) => outcomes.filter(([, outcome]) => outcome.startsWith('read:'))

const origins: readonly (readonly [string, () => string])[] = [
  ['another port of this computer', () => `http://127.0.0.1:${foreign.port}/`],
  ['localhost', () => `http://localhost:${foreign.port}/`],
  ['another name', () => `http://evil.test:${foreign.port}/`],
  ['the internet', () => `http://evil.test:${foreign.port}/public`],
  ['a file of this computer', () => localFile()],
  ['a locked-in frame', () => `http://evil.test:${foreign.port}/locked`],
]

function localFile(): string {
  const file = join(folder, 'evil.html')
  writeFileSync(file, '<title>Evil</title><body>Evil</body>')
  return pathToFileURL(file).href
}

for (const [name, address] of origins)
  test(`a page of ${name} reads nothing and writes nothing @loopback`, async () => {
    const before = everythingKept()
    const page = await browser.newPage()
    await page.goto(address())
    const frame = page.frames()[1] ?? page

    const { outcomes, answers } = await attackFrom(page, frame)
    await page.close()

    expect(outcomes.length).toBeGreaterThan(30)
    expect(readIn(outcomes)).toEqual([])
    // What came through was refused; only the page itself, which holds no data, may be led to.
    expect(answers.filter(([what, status]) => status !== 403 && what !== 'GET /')).toEqual([])
    expect(answers.filter(([what]) => what === 'POST /api/clients.add').length).toBeGreaterThanOrEqual(3)
    expect(everythingKept()).toBe(before)
  })

test('Kept under another name says E_HOST and nothing else @loopback', async () => {
  const before = everythingKept()
  const page = await browser.newPage()
  const { port } = new URL(kept.origin)
  for (const name of ['localhost', 'evil.test', 'kept.evil.test', '127.0.0.2', '[::1]']) {
    const answer = await page.goto(`http://${name}:${port}/`).catch(() => null)
    // Elsewhere than on 127.0.0.1 nobody listens.
    if (answer === null) expect(['127.0.0.2', '[::1]', 'localhost']).toContain(name)
    else expect([name, answer.status(), await answer.text()]).toEqual([name, 403, '{"error":"E_HOST"}'])
  }
  await page.close()
  expect(everythingKept()).toBe(before)
})

test('a page whose name is led to Kept after it was loaded reads E_HOST and writes nothing @loopback', async () => {
  const before = everythingKept()
  const port = Number(new URL(kept.origin).port)
  const rebound = await launchBrowser(`--proxy-server=${rebinding.proxy}`)
  const page = await rebound.newPage()
  const own = `http://rebind.test:${port}`
  rebinding.lead('rebind.test', '127.0.0.1', foreign.port)
  await page.goto(`${own}/`)
  await expect(page.locator('body')).toHaveText('Evil')

  rebinding.lead('rebind.test', '127.0.0.1', port)
  const outcomes = await page.evaluate(attack, { ...target, origin: own })
  await rebound.close()

  const read = readIn(outcomes)
  expect(read.length).toBeGreaterThan(12)
  expect(read.filter(([, outcome]) => !/^read: (403 )?\{"error":"E_HOST"\}$/.test(outcome))).toEqual([])
  expect(everythingKept()).toBe(before)
})

test('what was turned away stands in the log, at most once a minute for each reason @loopback', () => {
  const log = readFileSync(join(folder, 'sample-wedding-planner', 'log', 'kept.log'), 'utf8')
  for (const reason of ['E_HOST', 'E_ORIGIN']) {
    const lines = log.split('\n').filter((line) => line.endsWith(`turned away: ${reason}`))
    const moments = lines.map((line) => Date.parse(line.split(' ')[0] ?? ''))
    expect(lines.length).toBeGreaterThan(0)
    for (const [n, at] of moments.entries()) expect(at - (moments[n - 1] ?? 0)).toBeGreaterThanOrEqual(59_000)
  }
  for (const secret of [target.token, 'Mallory']) expect(log).not.toContain(secret)
})
