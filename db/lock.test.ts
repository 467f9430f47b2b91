import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeLock } from './lock'
import { bundleProgram, startProgram, type Started } from './testing'

const root = mkdtempSync(join(tmpdir(), 'kept-lock-'))
const newFolder = () => mkdtempSync(join(root, 'store-'))
let program = ''

beforeAll(() => {
  program = bundleProgram('db/child.torture.ts')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const hold = (folder: string) => startProgram(program, 'hold', folder)

describe('one owner', () => {
  it('is one of many that start at the same moment, a hundred starts long', async () => {
    for (let round = 0; round < 10; round++) {
      const folder = newFolder()
      const all = Array.from({ length: 10 }, () => hold(folder))

      const said = await Promise.all(all.map((each) => each.firstLine))

      const others = said.filter((line) => line !== 'open')
      expect(others).toHaveLength(9)
      for (const line of others) expect(line).toContain('E_ALREADY_RUNNING')
      await Promise.all(all.map((each: Started) => each.stop()))
    }
  }, 60_000)

  it('is named by its process and its start to every other', async () => {
    const folder = newFolder()
    const first = hold(folder)
    await first.firstLine

    const said = await hold(folder).firstLine

    expect(said).toMatch(/^E_ALREADY_RUNNING .*"isKnown":"yes","process":"\d+","since":1795516800000/)
    await first.stop()
  })

  it('is followed by the next start at once when it was killed', async () => {
    const folder = newFolder()
    for (let round = 0; round < 5; round++) {
      const owner = hold(folder)
      expect(await owner.firstLine).toBe('open')
      await owner.kill()
    }
    const next = hold(folder)

    expect(await next.firstLine).toBe('open')
    await next.stop()
  })

  it('keeps its place although others in its own process look at the lock', () => {
    const folder = newFolder()
    const lock = takeLock(folder, 5)

    for (let round = 0; round < 3; round++) expect(() => takeLock(folder, 6)).toThrow('E_ALREADY_RUNNING')

    lock.release()
    takeLock(folder, 7).release()
  })
})
