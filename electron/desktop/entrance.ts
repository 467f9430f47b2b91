import { app } from 'electron'
import { placeOfLink, readStart } from './deep-link'

/** Where those who wish to see Kept come in: a second start, a link of another program, the dock. */
export type Entrance = {
  /** Leads everybody who comes from now on, and gives the place that somebody wished for before there was a window. */
  readonly leadTo: (raise: (place: string | null) => void) => string | null
}

/** Listens from the first moment on: macOS tells of a link before the app is ready. */
export function createEntrance(wished: string | null): Entrance {
  const state: { wished: string | null; raise: ((place: string | null) => void) | null } = {
    wished,
    raise: null,
  }
  const come = (place: string | null) => {
    if (state.raise === null) state.wished = place ?? state.wished
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
  app.on('activate', () => come(null))
  return {
    leadTo(raise) {
      state.raise = raise
      return state.wished
    },
  }
}
