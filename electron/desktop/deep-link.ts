import { hrefOf, parseRoute } from '../../shared/domain/route'

/** The scheme of links from other programs to a place in Kept. */
export const linkScheme = 'kept'

const longestLink = 200

/**
 * The place a link from outside leads to (`kept://today/wait-12` gives `#/today/wait-12`), or null where it is none.
 * Anybody can make such a link, so it is a place only: what it would begin there is left out until it is clicked.
 */
export function placeOfLink(link: string): string | null {
  if (link.length > longestLink || !/^kept:\/\/[\w/-]*$/.test(link)) return null
  const fragment = `#/${link.slice('kept://'.length).replace(/\/$/, '')}`
  const route = parseRoute(fragment)
  if (hrefOf(route) !== fragment) return null
  return route.screen === 'today' && route.row !== undefined
    ? hrefOf({ screen: 'today', row: route.row })
    : fragment
}

/** What a start was asked for beside the options of Kept: a place to open at, and whether no window is wanted. */
export type StartArguments = {
  /** What remains, for the options to be read from. */
  readonly options: readonly string[]
  readonly place: string | null
  /** Started at login: Kept goes to the tray. */
  readonly isHidden: boolean
}

/** Said by what starts Kept at login. */
export const hiddenSwitch = '--hidden'

/**
 * What others add to a start and Kept has no use for: packages on Linux the first (pages stay in their sandbox all the
 * same), the installer on Windows the second, when it starts the Kept it has just put there, and Windows itself the
 * others, when a note is clicked that was left by a Kept which has ended.
 */
const ignored: readonly string[] = ['--no-sandbox', '--updated', '-Embedding', '-ToastActivated']

/**
 * Takes links and what the system adds out of the arguments of a start; everything else must be an option of Kept.
 * Links stand last, and whoever made one may have put more into it: what stands behind is no option.
 */
export function readStart(args: readonly string[]): StartArguments {
  const isLink = (text: string) => text.startsWith(`${linkScheme}:`)
  const firstLink = args.findIndex(isLink)
  const own = firstLink === -1 ? args : args.slice(0, firstLink)
  return {
    options: own.filter((text) => text !== hiddenSwitch && !ignored.includes(text)),
    place:
      args
        .filter(isLink)
        .map(placeOfLink)
        .find((place) => place !== null) ?? null,
    isHidden: own.includes(hiddenSwitch),
  }
}
