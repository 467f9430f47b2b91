import { isPage } from './page'

/**
 * Whether something may be saved: what the page itself has made (a letter as a file), asked for by the page. It is
 * saved where the user says so in the system's own dialog, and nowhere else.
 */
export function mayDownload(address: string, page: string): boolean {
  return address.startsWith('blob:') && isPage(address.slice('blob:'.length)) && isPage(page)
}

const longestName = 120
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A file name as it can stand on every system: no folders, no signs that are none, no name that means a device. */
export function fileNameFor(suggested: string): string {
  const bare = suggested
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. -]+/, '')
  const ending = /\.[a-z0-9]{1,5}$/i.exec(bare)?.[0] ?? ''
  const stem = bare
    .slice(0, bare.length - ending.length)
    .slice(0, longestName)
    .replace(/[. ]+$/, '')
  return stem === '' || reserved.test(stem) ? `Letter${ending}` : `${stem}${ending}`
}
