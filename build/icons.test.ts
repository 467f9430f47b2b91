import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icnsKinds, icnsOf, icoOf } from './icon-containers'

const folder = join('build', 'icons')
const read = (...path: string[]) => readFileSync(join(folder, ...path))

/** What a PNG says of itself; its head is always at the same place. */
const sizeOf = (png: Buffer) => {
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  expect(png.readUInt8(25)).toBe(6) // colours with transparency
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`
}

const png = (size: number, filler: number) => ({ size, png: Buffer.alloc(40, filler) })

describe('the icons of the program', () => {
  it('are there for Linux in every size, each of the size its name says', () => {
    const names = readdirSync(join(folder, 'linux'))
    const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

    expect(names.toSorted()).toEqual(sizes.map((size) => `${size}x${size}.png`).toSorted())
    for (const name of names) expect(`${sizeOf(read('linux', name))}.png`).toBe(name)
  })

  it('are there for Windows from 16 to 256 pixels', () => {
    const ico = read('icon.ico')
    const places = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index)
    const pictures = places.map((at) => {
      const start = ico.readUInt32LE(at + 12)
      return [ico.readUInt8(at), sizeOf(ico.subarray(start, start + ico.readUInt32LE(at + 8)))]
    })

    expect(ico.readUInt32LE(0)).toBe(0x10000)
    expect(pictures).toEqual([16, 24, 32, 48, 64, 128, 256].map((size) => [size % 256, `${size}x${size}`]))
  })

  it('are there for the Mac, sharp screens included', () => {
    const icns = read('icon.icns')
    const found: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      found.push(`${icns.toString('latin1', at, at + 4)} ${sizeOf(icns.subarray(at + 8))}`)

    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
    const wanted = Object.entries(icnsKinds).flatMap(([size, kinds]) =>
      kinds.map((kind) => `${kind} ${size}x${size}`),
    )
    expect(found).toEqual(wanted)
  })

  it('are there for the tray: without a number, from 1 to 9, and for more', () => {
    const counts = ['', '-1', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9', '-9plus']
    const names = [...counts.map((count) => `tray${count}`), 'trayTemplate']

    expect(readdirSync(join(folder, 'tray')).toSorted()).toEqual(
      names.flatMap((name) => [`${name}.png`, `${name}@2x.png`]).toSorted(),
    )
    for (const name of names) {
      const side = name === 'trayTemplate' ? 18 : 32
      expect([name, sizeOf(read('tray', `${name}.png`))]).toEqual([name, `${side}x${side}`])
      expect([name, sizeOf(read('tray', `${name}@2x.png`))]).toEqual([name, `${side * 2}x${side * 2}`])
    }
  })

  it('differ for every number', () => {
    const pictures = readdirSync(join(folder, 'tray')).map((name) => read('tray', name).toString('base64'))
    expect(new Set(pictures).size).toBe(pictures.length)
  })
})

describe('a file of several pictures', () => {
  it('holds each as it came, for Windows', () => {
    const ico = icoOf([png(16, 1), png(256, 2)])

    expect(ico.subarray(0, 6)).toEqual(Buffer.from([0, 0, 1, 0, 2, 0]))
    expect(ico.readUInt32LE(6 + 12)).toBe(38)
    expect(ico.readUInt32LE(22 + 12)).toBe(78)
    expect(ico.subarray(38)).toEqual(Buffer.concat([Buffer.alloc(40, 1), Buffer.alloc(40, 2)]))
  })

  it('holds a picture under each of its names, for the Mac, and leaves out a size it does not know', () => {
    const icns = icnsOf([png(32, 1), png(33, 2)])

    expect(icns.length).toBe(8 + 2 * 48)
    expect([icns.toString('latin1', 8, 12), icns.toString('latin1', 56, 60)]).toEqual(['icp5', 'ic11'])
  })
})
