import { BrowserWindow, screen } from 'electron'
import type { WindowPlace } from '../../shared/domain/desk'
import type { Clock } from '../api/ports'
import type { Memory } from './memory'
import { pageAddress } from './page'
import { addressOf } from './reloads'
import { windowOptionsOf, type WindowMake } from './window-options'
import { placeOn } from './window-place'
import { keepAlive, load } from './window-life'

/** What windows are made of and where they were last. */
export type WindowParts = WindowMake & {
  readonly memory: Memory<WindowPlace | null>
  readonly clock: Clock
  readonly note: (what: string) => void
}

/** Kept's windows: another one, or the one that is there brought to the front. */
export type Windows = {
  /** Opens a window at a place (`#/today`); windows are made nowhere else. */
  readonly open: (place: string | null) => void
  /** Shows a place in the window that is there; opens one where there is none. */
  readonly raise: (place: string | null) => void
}

export const createWindows = (parts: WindowParts): Windows => ({
  open: (place) => openWindow(parts, place),
  raise(place) {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    if (window === undefined || window.isDestroyed()) return openWindow(parts, place)
    if (place !== null) lead(window, place, parts)
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  },
})

function openWindow(parts: WindowParts, place: string | null): void {
  const placed = placeFor(parts.memory)
  const window = new BrowserWindow(windowOptionsOf(parts, placed))
  showWhenPainted(window, placed.isMaximized)
  rememberPlace(window, parts)
  keepAlive(window, parts)
  load(window, place === null ? pageAddress : addressOf(place), parts.note)
}

/** A page that has not painted by then has some trouble, which is better seen than nothing, in ms. */
const paintsWithin = 10_000

function showWhenPainted(window: BrowserWindow, isMaximized: boolean): void {
  const show = () => {
    clearTimeout(late)
    if (window.isDestroyed() || window.isVisible()) return
    if (isMaximized) window.maximize()
    window.show()
  }
  const late = setTimeout(show, paintsWithin)
  window.once('ready-to-show', show)
}

/** A second window is laid a little beside the first one by the system itself. */
function placeFor(memory: Memory<WindowPlace | null>) {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const areas = [main, ...others].map(({ workArea }) => workArea)
  const placed = placeOn(memory.read(), areas)
  if (BrowserWindow.getAllWindows().length === 0) return placed
  return { width: placed.width, height: placed.height, isMaximized: false }
}

/** A page that is there is told where to go; one that still loads is loaded there instead. */
function lead(window: BrowserWindow, place: string, { clock, note }: WindowParts): void {
  if (window.webContents.isLoading()) return load(window, addressOf(place), note)
  window.webContents.send('push', { kind: 'open', now: clock.now(), place })
}

/** A window that is moved tells so many times a second; the last of it counts. */
const settled = 500

function rememberPlace(window: BrowserWindow, { memory, note }: WindowParts): void {
  const state: { timer?: ReturnType<typeof setTimeout> } = {}
  const keep = () => {
    clearTimeout(state.timer)
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    try {
      memory.keep({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })
    } catch {
      note('E_DESK_FAILED: the place of the window was not kept')
    }
  }
  const keepSoon = () => {
    clearTimeout(state.timer)
    state.timer = setTimeout(keep, settled)
  }
  window.on('move', keepSoon)
  window.on('resize', keepSoon)
  window.on('close', keep)
}
