import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { usualDesk, WindowPlace, DeskMemory } from '../shared/domain/desk'
import { isWritable, memoryIn } from './memory-file'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'kept-memory-')), 'window', 'desk.json')
const place = { x: 10, y: 20, width: 1280, height: 860, isMaximized: false }

it('remembers from one start to the next, in a file of the user’s own, and leaves nothing beside it', () => {
  const file = newFile()
  memoryIn(file, DeskMemory, usualDesk).keep({ staysInTray: false, hasShortcut: true })

  expect(memoryIn(file, DeskMemory, usualDesk).read()).toEqual({ staysInTray: false, hasShortcut: true })
  expect(readdirSync(join(file, '..'))).toEqual(['desk.json'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('is as usual where nothing was remembered', () => {
  expect(memoryIn(newFile(), DeskMemory, usualDesk).read()).toEqual(usualDesk)
})

it.each([
  '',
  '{',
  'null',
  '[]',
  '"desk"',
  '{"x":1e99,"y":0,"width":1,"height":1,"isMaximized":false}',
  '{"x":0,"y":0,"width":0,"height":-5,"isMaximized":false}',
  '{"x":0.5,"y":0,"width":9,"height":9,"isMaximized":false}',
  '{"x":"0","y":0,"width":9,"height":9,"isMaximized":"no"}',
  '{"__proto__":{"x":0},"y":0,"width":9,"height":9,"isMaximized":false}',
])('never trusts what stands in the file: %s', (text) => {
  const file = newFile()
  mkdirSync(join(file, '..'))
  writeFileSync(file, text)

  expect(memoryIn(file, WindowPlace, place).read()).toEqual(place)
})

it('goes on where the file cannot be read, and says where it cannot be written', () => {
  const file = newFile()
  mkdirSync(file, { recursive: true })
  const memory = memoryIn(file, WindowPlace, place)

  expect(memory.read()).toEqual(place)
  expect(() => memory.keep(place)).toThrow(expect.objectContaining({ code: 'E_DESK_FAILED' }))
})

it('knows where nothing can be remembered', () => {
  const file = newFile()
  expect(isWritable(join(file, '..'))).toBe(true)
  expect(isWritable(join(file, '..'))).toBe(true)
  writeFileSync(file, '')
  expect(isWritable(file)).toBe(false)
  expect(isWritable(join(file, 'window'))).toBe(false)
})
