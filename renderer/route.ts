import { useCallback, useEffect, useState } from 'react'
import { hrefOf, onceOf, parseRoute, placeOf, type Once, type Route } from '../shared/domain/route'

/** Goes to a route, as following a link to it would. */
export function goTo(route: Route): void {
  window.location.hash = hrefOf(route)
}

/** Where the window is, and what its address asked to be done there once; null when that is done or was nothing. */
export type Place = { readonly route: Route; readonly once: Once | null }

/** What a screen is told of it: what was asked for, and the way to say that it is done. */
export type Asked = { readonly once: Once | null; readonly onDone: () => void }

/** A screen of which nothing was asked. */
export const nothingAsked: Asked = { once: null, onDone: () => undefined }

/**
 * The place of the window, following its address. What is to be done once leaves the address at once, so that a
 * reload does not do it again; `forget` is called when it is done.
 */
export function usePlace(): Place & { readonly forget: () => void } {
  const [place, setPlace] = useState(() => arriveAt(null, window.location.hash))
  useEffect(() => {
    const follow = () => setPlace((before) => arriveAt(before, window.location.hash))
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (onceOf(parseRoute(window.location.hash)) !== null)
      window.history.replaceState(window.history.state, '', hrefOf(place.route))
  }, [place])
  const forget = useCallback(() => setPlace(({ route }) => ({ route, once: null })), [])
  return { ...place, forget }
}

/** The quick log opens over the page that is there; everything else has a place of its own. */
function arriveAt(before: Place | null, address: string): Place {
  const route = parseRoute(address)
  const once = onceOf(route)
  if (before && once === null && hrefOf(route) === hrefOf(before.route)) return before
  return { route: before && once?.opens === 'log' ? before.route : placeOf(route), once }
}
