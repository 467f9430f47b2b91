import type { WindowPlace } from '../../shared/domain/desk'

/** A part of the screens, in the system's own pixels. */
export type Area = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>

/** How large a window is at least, and at first. */
export const smallest = { width: 720, height: 560 } as const
export const usualSize = { width: 1280, height: 860 } as const

/** So much of a window's upper edge must be on a screen for it to be taken hold of. */
const handle = { width: 120, height: 40 } as const

/** Where a window is put: without `x` and `y` the system centres it. */
export type Placed = {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
  readonly isMaximized: boolean
}

/**
 * Puts a window where it was, if one of the screens that are there now still holds it; otherwise in the middle of
 * the first, and never larger than a screen. `areas` are the screens without the system's own bars, main one first.
 */
export function placeOn(remembered: WindowPlace | null, areas: readonly Area[]): Placed {
  const [first] = areas
  const wished = remembered ?? { ...usualSize, isMaximized: false }
  const home = remembered === null ? undefined : areas.find((area) => holds(area, remembered))
  const size = fit(wished, home ?? first)
  if (remembered === null || home === undefined) return { ...size, isMaximized: wished.isMaximized }
  const x = between(remembered.x, home.x, home.x + home.width - size.width)
  const y = between(remembered.y, home.y, home.y + home.height - size.height)
  return { ...size, x, y, isMaximized: remembered.isMaximized }
}

const holds = (area: Area, place: WindowPlace): boolean =>
  overlap(area.x, area.width, place.x, place.width) >= handle.width &&
  overlap(area.y, area.height, place.y, handle.height) >= handle.height

const overlap = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)

/** No smaller than a window can be used, and no larger than the screen where there is one. */
function fit(wished: { readonly width: number; readonly height: number }, area: Area | undefined) {
  const width = Math.max(smallest.width, Math.min(wished.width, area?.width ?? wished.width))
  const height = Math.max(smallest.height, Math.min(wished.height, area?.height ?? wished.height))
  return { width, height }
}

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
