// The two files that hold an icon in several sizes: one for Windows, one for the Mac. Both hold PNGs as they are.

/** A square picture: its side in pixels, and its bytes as PNG. */
export type Picture = { readonly size: number; readonly png: Buffer }

const entryLength = 16

/** An .ico: a table of where each picture lies, then the pictures. 256 pixels, the largest it knows, are written as 0. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + entryLength * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  pictures.forEach(({ size, png }, place) => {
    const at = 6 + entryLength * place
    const before = pictures.slice(0, place).reduce((sum, picture) => sum + picture.png.length, 0)
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(head.length + before, at + 12)
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Which sizes an .icns holds, and the four letters each stands under; some sizes serve twice, once as another's double. */
export const icnsKinds: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** An .icns: one block for each picture and kind, each with its letters and length before it. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const blocks = pictures.flatMap(({ size, png }) => (icnsKinds[size] ?? []).map((kind) => block(kind, png)))
  return block('icns', Buffer.concat(blocks))
}

function block(kind: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(data.length + head.length, 4)
  return Buffer.concat([head, data])
}
