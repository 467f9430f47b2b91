import { deflateSync, inflateSync, crc32 } from 'node:zlib'

/*
 * Pictures of screens have few colours. Chromium writes each pixel in three bytes; with a palette of 256
 * colours, the others taken as their nearest, a picture is a third as large and looks the same.
 */

type Pixels = { readonly width: number; readonly height: number; readonly bytes: Uint8Array }

const colours = 256
const bytesPerPixel = 3

/** The same picture with a palette. It takes 8-bit RGB without interlacing, as Chromium writes it. */
export function smallPng(png: Buffer): Buffer {
  const pixels = decode(png)
  const { palette, placeOf } = paletteOf(pixels)
  const { width, height, bytes } = pixels
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < width * height; at += 1)
    rows[at + Math.floor(at / width) + 1] = placeOf(colourAt(bytes, at))
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const colourAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at * bytesPerPixel] ?? 0) << 16) |
  ((bytes[at * bytesPerPixel + 1] ?? 0) << 8) |
  (bytes[at * bytesPerPixel + 2] ?? 0)

function paletteOf({ width, height, bytes }: Pixels) {
  const counts = new Map<number, number>()
  for (let at = 0; at < width * height; at += 1) {
    const colour = colourAt(bytes, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = chosen([...counts])
  const places = new Map(palette.map((colour, place) => [colour, place]))
  const placeOf = (colour: number): number => {
    const place = places.get(colour) ?? nearest(palette, colour)
    places.set(colour, place)
    return place
  }
  return { palette, placeOf }
}

/** One colour after the other, always the one whose pixels would suffer most from those chosen so far. */
function chosen(counts: readonly (readonly [number, number])[]): readonly number[] {
  const suffers = counts.map(() => Number.POSITIVE_INFINITY)
  const palette: number[] = []
  while (palette.length < Math.min(colours, counts.length)) {
    const losses = counts.map(([, count], place) => Math.min(suffers[place] ?? 0, farthest) * count)
    const [colour = 0] = counts[losses.indexOf(Math.max(...losses))] ?? []
    palette.push(colour)
    counts.forEach(([other], place) => {
      suffers[place] = Math.min(suffers[place] ?? 0, distance(other, colour))
    })
  }
  return palette
}

/** From black to white. */
const farthest = 3 * 255 ** 2

function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((other) => distance(other, colour))
  return distances.indexOf(Math.min(...distances))
}

const distance = (a: number, b: number): number =>
  [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0)

function decode(png: Buffer): Pixels {
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  return { width, height, bytes: unfiltered(inflateSync(Buffer.concat(data)), width * bytesPerPixel, height) }
}

/** Every row begins with the number of its filter: what of the pixels around is to be added to each byte. */
function unfiltered(raw: Buffer, stride: number, height: number): Uint8Array {
  const bytes = new Uint8Array(stride * height)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column
      const left = column >= bytesPerPixel ? (bytes[at - bytesPerPixel] ?? 0) : 0
      const up = row > 0 ? (bytes[at - stride] ?? 0) : 0
      const corner = row > 0 && column >= bytesPerPixel ? (bytes[at - stride - bytesPerPixel] ?? 0) : 0
      const added = predicted(raw[row * (stride + 1)] ?? 0, left, up, corner)
      bytes[at] = (raw[row * (stride + 1) + 1 + column] ?? 0) + added
    }
  return bytes
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
