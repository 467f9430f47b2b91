// Kept's icons as SVG, all from the bow of renderer/mark.svg and the colours of the screens.
import { readFileSync } from 'node:fs'

const ink = '#1b2533'
const accent = '#27476e'
const paper = '#fefdfb'

/** The three strokes of the bow, on a grid of 20. */
const bow = [...readFileSync('renderer/mark.svg', 'utf8').matchAll(/<path d="([^"]+)"/g)].map(
  ([, path]) => path ?? '',
)

type Stroke = { readonly colour: string; readonly width: number }

const bowOf = ({ colour, width }: Stroke) =>
  `<g fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">` +
  `${bow.map((path) => `<path d="${path}"/>`).join('')}</g>`

/** The bow made larger or smaller around the middle of its own strokes. */
const placed = (drawing: string, scale: number) =>
  `<g transform="translate(10 10) scale(${scale}) translate(-10 -10.5)">${drawing}</g>`

const sheet = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="100%" height="100%">${content}</svg>`

/**
 * The program's icon: a pale bow on a blue tile. `margin` is what the system wants free around the tile, of 20. Small
 * icons have a larger bow with stronger strokes.
 */
export function appIcon(size: number, margin: number): string {
  const isSmall = size <= 32
  const side = 20 - 2 * margin
  const tile = `<rect x="${margin}" y="${margin}" width="${side}" height="${side}" rx="${side * 0.225}" fill="${accent}"/>`
  const drawing = bowOf({ colour: paper, width: isSmall ? 2.3 : 1.7 })
  return sheet(tile + placed(drawing, (side / 20) * (isSmall ? 0.82 : 0.7)))
}

/** The bow alone for the menu bar of a Mac, which gives it its colour. */
export const templateIcon = (): string => sheet(placed(bowOf({ colour: '#000000', width: 1.8 }), 1.06))

/**
 * The bow for other trays, pale with a dark edge, so that it is seen on a light panel and on a dark one; and how many
 * people wait, in a small disc at the lower right. '' shows no disc.
 */
export function trayIcon(count: string): string {
  const edge = bowOf({ colour: ink, width: 4.8 })
  const drawing = placed(edge + bowOf({ colour: paper, width: 2 }), 0.94)
  return sheet(drawing + (count === '' ? '' : disc(count)))
}

const disc = (count: string) =>
  `<circle cx="13.4" cy="13.4" r="6" fill="${paper}" stroke="${ink}" stroke-width="1.2"/>` +
  `<text x="13.4" y="${count.length > 1 ? 16.3 : 17}" font-family="Inter" font-weight="700" text-anchor="middle" ` +
  `font-size="${count.length > 1 ? 7.4 : 9.6}" letter-spacing="${count.length > 1 ? -0.6 : 0}" fill="${ink}">${count}</text>`
