import { useSyncExternalStore } from 'react'

/** Where the window is. What is open on a screen (a panel, a form) is the screen's own matter. */
export type Route =
  | { readonly screen: 'today' }
  | { readonly screen: 'clients' }
  | { readonly screen: 'client'; readonly clientId: number }
  | { readonly screen: 'outbox' }
  | { readonly screen: 'settings'; readonly part: SettingsPart }

export const settingsParts = ['business', 'hours', 'standards', 'mail', 'letters', 'extras', 'data'] as const
export type SettingsPart = (typeof settingsParts)[number]

/** The route an address fragment stands for; anything unknown leads to Today. */
export function parseRoute(fragment: string): Route {
  const [screen, rest] = fragment.replace(/^#?\/?/, '').split('/')
  if (screen === 'clients')
    return rest && /^\d+$/.test(rest) ? { screen: 'client', clientId: Number(rest) } : { screen: 'clients' }
  if (screen === 'outbox') return { screen: 'outbox' }
  if (screen === 'settings')
    return { screen: 'settings', part: settingsParts.find((part) => part === rest) ?? 'business' }
  return { screen: 'today' }
}

/** The address fragment of a route, with its `#`. */
export function hrefOf(route: Route): string {
  if (route.screen === 'client') return `#/clients/${route.clientId}`
  if (route.screen === 'settings') return `#/settings/${route.part}`
  return `#/${route.screen}`
}

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
