import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultFolder, placeOf, programFolder, type Machine } from './paths'

const linux: Machine = { platform: 'linux', home: '/home/hazel', env: {} }

describe('the usual folder', () => {
  it('is where each system keeps the data of its programs', () => {
    expect(defaultFolder(linux)).toBe('/home/hazel/.local/share/kept')
    expect(defaultFolder({ ...linux, platform: 'darwin' })).toBe(
      '/home/hazel/Library/Application Support/Kept',
    )
    const windows: Machine = { platform: 'win32', home: 'C:\\Users\\Hazel', env: {} }
    expect(defaultFolder(windows)).toBe('C:\\Users\\Hazel\\AppData\\Roaming\\Kept')
    expect(defaultFolder({ ...windows, env: { APPDATA: 'D:\\Data' } })).toBe('D:\\Data\\Kept')
  })

  it('follows XDG where it names an absolute folder, and only then', () => {
    expect(defaultFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/kept')
    expect(defaultFolder({ ...linux, env: { XDG_DATA_HOME: 'data' } })).toBe('/home/hazel/.local/share/kept')
    expect(defaultFolder({ ...linux, env: { XDG_DATA_HOME: '' } })).toBe('/home/hazel/.local/share/kept')
  })
})

describe('the place of a store', () => {
  it('is remembered beside the settings for the usual folder, and inside a folder of one’s own', () => {
    expect(placeOf(null, null, linux)).toEqual({
      folder: '/home/hazel/.local/share/kept',
      placeFile: '/home/hazel/.config/kept/last-opened.json',
    })
    expect(placeOf('/srv/kept', null, linux)).toEqual({ folder: '/srv/kept' })
  })

  it('of a sample is never the folder’s own store', () => {
    expect(placeOf('/srv/kept', 'wedding-planner', linux).folder).toBe('/srv/kept/sample-wedding-planner')
    expect(placeOf(null, 'wedding-planner', linux).folder).toBe(
      '/home/hazel/.local/share/kept/sample-wedding-planner',
    )
  })
})

it('finds the folder the program lies in from wherever it runs', () => {
  expect(existsSync(join(programFolder(), 'package.json'))).toBe(true)
  expect(programFolder(join(programFolder(), 'dist', 'electron'))).toBe(programFolder())
})
