import { isPage } from './page'

/**
 * What a page may do with the system by itself, of all that Electron knows to ask for (IP-5): put text on the
 * clipboard when its own button for it is pressed. Cameras, places, devices, screens, files and the rest stay shut.
 */
export const permitted: readonly string[] = ['clipboard-sanitized-write']

/** Whether a permission is given: a listed one, to the top frame of the page itself. */
export const isPermitted = (permission: string, address: string, isTopFrame: boolean): boolean =>
  permitted.includes(permission) && isTopFrame && isPage(address)
