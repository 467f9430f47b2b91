import { app } from 'electron'
import { placeOfLink, readStart } from './deep-link'

/** Where those who wish to see Kept come in: a second start, a link of another program, the dock. */
export type Entrance = {
  /** Leads everybody who comes from now on, and gives what was wished for before there was a window. */
  readonly leadTo: (raise: (place: string | null) => void) => Wish
}

/** Whether somebody wished to see Kept while it was starting, and the place they wished for. */
export type Wish = { readonly isWished: boolean; readonly place: string | null }

/** Listens from the first moment on: macOS tells of a link before the app is ready. */
export function createEntrance(first: string | null): Entrance {
  const state: { wish: Wish; raise: ((place: string | null) => void) | null } = {
    wish: { isWished: first !== null, place: first },
    raise: null,
  }
  const come = (place: string | null) => {
    if (state.raise === null) state.wish = { isWished: true, place: place ?? state.wish.place }
    else state.raise(place)
  }
  app.on('second-instance', (_, args) => {
    const { place, isHidden } = readStart(args.slice(1))
    if (!isHidden) come(place)
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    come(placeOfLink(link))
  })
  // macOS tells of the start itself in this way too, and that one may be the system's own, at login.
  app.on('activate', () => state.raise?.(null))
  return {
    leadTo(raise) {
      state.raise = raise
      return state.wish
    },
  }
}
