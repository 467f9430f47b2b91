import { useSyncExternalStore } from 'react'
import { hrefOf, parseRoute, type Route } from '../shared/domain/route'

/** Goes to a route, as following a link to it would. */
export function goTo(route: Route): void {
  window.location.hash = hrefOf(route)
}

/** The route of the window, following its address. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(onHashChange, () => window.location.hash))
}

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
