/**
 * Where a window is. What is open on a screen (a panel, a form) is the screen's own matter; what a note, the tray
 * or a link asks to be opened there (`row` with `act`, `opens`) is done once, and then forgotten.
 */
export type Route =
  | {
      readonly screen: 'today'
      readonly row?: RowName
      readonly act?: RowAct
      /** The quick log over the page. */
      readonly opens?: 'log'
    }
  | {
      readonly screen: 'clients'
      /** The form that puts one in. */
      readonly opens?: 'new'
    }
  | { readonly screen: 'client'; readonly clientId: number }
  | { readonly screen: 'outbox' }
  | { readonly screen: 'settings'; readonly part: SettingsPart }

export const settingsParts = [
  'business',
  'hours',
  'standards',
  'reminders',
  'mail',
  'letters',
  'extras',
  'data',
] as const
export type SettingsPart = (typeof settingsParts)[number]

/** A row of Today by its kind and the id behind it: `wait-12`. */
export type RowName = `${'wait' | 'promise' | 'update' | 'extra'}-${number}`

/** What is begun on a row: the letter that acknowledges, or the one that answers. */
export type RowAct = 'acknowledge' | 'reply'

/** What an address asks to be done once at its place: a row shown and begun on, the quick log, a client put in. */
export type Once =
  | { readonly opens: 'row'; readonly row: RowName; readonly act: RowAct | null }
  | { readonly opens: 'log' }
  | { readonly opens: 'new-client' }

/** What a route asks to be done once; null where it is a place and nothing else. */
export function onceOf(route: Route): Once | null {
  if (route.screen === 'clients') return route.opens === 'new' ? { opens: 'new-client' } : null
  if (route.screen !== 'today') return null
  if (route.opens === 'log') return { opens: 'log' }
  return route.row === undefined ? null : { opens: 'row', row: route.row, act: route.act ?? null }
}

/** The place of a route alone, which may be opened again without anything being done there. */
export function placeOf(route: Route): Route {
  if (route.screen === 'clients') return { screen: 'clients' }
  return route.screen === 'today' ? { screen: 'today' } : route
}

/** The route an address fragment stands for; anything unknown leads to Today. */
export function parseRoute(fragment: string): Route {
  const [screen, rest, act] = fragment.replace(/^#?\/?/, '').split('/')
  if (screen === 'clients') return clientsRoute(rest)
  if (screen === 'outbox') return { screen: 'outbox' }
  if (screen === 'settings')
    return { screen: 'settings', part: settingsParts.find((part) => part === rest) ?? 'business' }
  if (screen === 'log') return { screen: 'today', opens: 'log' }
  return screen === 'today' && rest !== undefined && isRow(rest) ? rowRoute(rest, act) : { screen: 'today' }
}

/** The address fragment of a route, with its `#`. */
export function hrefOf(route: Route): string {
  if (route.screen === 'client') return `#/clients/${route.clientId}`
  if (route.screen === 'settings') return `#/settings/${route.part}`
  if (route.screen === 'clients') return route.opens === 'new' ? '#/clients/new' : '#/clients'
  if (route.screen !== 'today') return `#/${route.screen}`
  if (route.opens === 'log') return '#/log'
  const [row, act] = [route.row, route.act].map((part) => (part === undefined ? '' : `/${part}`))
  return `#/today${row}${act}`
}

const isId = (text: string) => /^[1-9]\d{0,14}$/.test(text)
const isRow = (text: string): text is RowName => /^(wait|promise|update|extra)-[1-9]\d{0,14}$/.test(text)

function clientsRoute(rest: string | undefined): Route {
  if (rest === 'new') return { screen: 'clients', opens: 'new' }
  return rest && isId(rest) ? { screen: 'client', clientId: Number(rest) } : { screen: 'clients' }
}

function rowRoute(row: RowName, act: string | undefined): Route {
  return act === 'acknowledge' || act === 'reply' ? { screen: 'today', row, act } : { screen: 'today', row }
}
