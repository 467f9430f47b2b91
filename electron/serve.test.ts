import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../shared/api/contract'
import type { Missing } from '../shared/api/recovery'
import { readOptions } from './options'
import { serve, type Serving } from './serve'

let folder: string
let serving: Serving | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-serve-'))
})
afterEach(async () => {
  await serving?.close()
  serving = undefined
  rmSync(folder, { recursive: true, force: true })
})

const start = async (...args: string[]) => {
  serving = await serve({ options: readOptions(args, '/'), place: { folder }, version: '0.1.0' })
  return openWindow(serving.makeLink())
}

/** A window as a browser has it: trades its link for a token and asks with it. */
async function openWindow(link: string) {
  const { origin, hash } = new URL(link)
  const headers = { origin, 'content-type': 'application/json' }
  const post = (path: string, body: unknown, more = {}) =>
    fetch(origin + path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) })
  const { token } = (await (await post('/session', { code: hash.slice(1) })).json()) as { token: string }
  return async (name: string, input: unknown = {}) =>
    (await (await post(`/api/${name}`, input, { authorization: `Bearer ${token}` })).json()) as Reply
}

describe('Kept, served', () => {
  it('makes a new store, answers from it, and finds it again at the next start', async () => {
    const first = await start('--now', '2026-11-24T10:40')
    expect(await first('business.show')).toMatchObject({ ok: true, value: { userName: '', revision: 0 } })
    expect(statSync(join(folder, 'kept.db')).mode & 0o077).toBe(0)
    const business = { businessName: null, signature: null, region: null, currency: 'GBP', language: 'en' }
    const named = { ...business, userName: 'Hazel', zone: 'Europe/London', country: 'GB', revision: 0 }
    expect(await first('business.change', named)).toMatchObject({ ok: true })
    await serving?.close()

    const second = await start()
    expect(await second('business.show')).toMatchObject({ ok: true, value: { userName: 'Hazel' } })
  })

  it('opens a second window by a link of its own', async () => {
    const first = await start()
    const opened = await first('windows.open')
    const link = opened.ok ? (opened.value as { link: string }).link : ''

    expect(await (await openWindow(link))('business.show')).toMatchObject({ ok: true })
  })

  it('keeps a sample apart and starts its clock where the sample starts', async () => {
    const window = await start('--sample', 'wedding-planner')
    const reply = await window('clients.list')

    expect(new Date(reply.now).toISOString()).toMatch(/^2026-11-24T10:40/)
    expect(reply).toMatchObject({ ok: true })
  })

  it('is open once for each folder', async () => {
    await start()

    await expect(start()).rejects.toMatchObject({ kind: 'conflict', code: 'E_ALREADY_RUNNING' })
  })

  it('leaves the folder free when its port is taken', async () => {
    const first = await start()
    const opened = await first('windows.open')
    const port = opened.ok ? new URL((opened.value as { link: string }).link).port : ''
    const other = mkdtempSync(join(tmpdir(), 'kept-serve-'))
    const parts = { options: readOptions(['--port', port], '/'), place: { folder: other }, version: '0.1.0' }

    await expect(serve(parts)).rejects.toMatchObject({ code: 'E_PORT_TAKEN' })
    const again = await serve({ ...parts, options: readOptions([], '/') })
    await again.close()
    rmSync(other, { recursive: true })
  })
})

describe('a store that is missing', () => {
  const lose = async () => {
    await start()
    await serving?.close()
    renameSync(join(folder, 'kept.db'), join(folder, 'elsewhere.db'))
  }

  it('is said to every request, and the ways out are offered', async () => {
    await lose()
    const window = await start()
    const shown = await window('recovery.show')

    expect(shown.ok && (shown.value as Missing).expected).toBe(join(folder, 'kept.db'))
    for (const name of ['today.show', 'clients.add', 'data.backUp', 'mail.deliver'])
      expect(await window(name)).toMatchObject({ ok: false, error: { code: 'E_DB_MISSING' } })
    expect(await window('nothing.there')).toMatchObject({ ok: false, error: { code: 'E_CHANNEL' } })
    expect(existsSync(join(folder, 'kept.db'))).toBe(false)
  })

  it('is chosen elsewhere, and the same window goes on with it', async () => {
    await lose()
    const window = await start()

    expect(await window('recovery.choose', { file: join(folder, 'nowhere.db') })).toMatchObject({ ok: false })
    expect(await window('recovery.choose', { file: join(folder, 'elsewhere.db') })).toMatchObject({
      ok: true,
    })
    expect(await window('business.show')).toMatchObject({ ok: true })
    expect(await window('recovery.show')).toMatchObject({ ok: true, value: null })
    expect(await window('recovery.startEmpty')).toMatchObject({ ok: false, error: { kind: 'conflict' } })
  })

  it('is begun anew where the user says so', async () => {
    await lose()
    const window = await start()

    expect(await window('recovery.startEmpty')).toMatchObject({ ok: true })
    expect(await window('clients.list')).toMatchObject({ ok: true, value: { total: 0 } })
  })
})
