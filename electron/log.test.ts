import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLog } from './log'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('tells what failed and where, and nothing of what was typed', () => {
  const file = join(folder, 'log', 'kept.log')
  const error = Object.assign(new Error('cannot read “Priya’s budget”'), { code: 'SQLITE_ERROR' })
  openLog(file, () => Date.UTC(2026, 10, 24, 10, 40)).fault({ request: 'clients.add', error })

  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^2026-11-24T10:40:00.000Z fault in clients.add: Error SQLITE_ERROR\n\s+at /)
  expect(text).not.toContain('Priya')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('sets a long file aside and keeps one of them', () => {
  const file = join(folder, 'kept.log')
  writeFileSync(file, 'x'.repeat(1024 * 1024 + 1))
  openLog(file, () => 0).note('start')

  expect(readFileSync(file, 'utf8')).toBe('1970-01-01T00:00:00.000Z start\n')
  expect(existsSync(`${file}.old`)).toBe(true)
})

it('goes to the terminal where its file cannot be', () => {
  writeFileSync(join(folder, 'log'), '')
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  openLog(join(folder, 'log', 'kept.log'), () => 0).note('start')

  expect(said).toHaveBeenCalledWith('1970-01-01T00:00:00.000Z start\n')
  said.mockRestore()
})
