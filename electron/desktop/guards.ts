import { app, clipboard, dialog, shell, type WebContents } from 'electron'
import { say } from '../../shared/words/say'
import { readOutsideLink, schemeOf } from './outside-link'
import { createPace } from './outside-pace'
import { isPage } from './page'

type Note = (what: string) => void
type Leave = (address: string) => void

/**
 * Keeps every page where it is: no other address, no window of its own making, no web view (IP-6). What may leave
 * goes to the system, a few links at a time. `elapsed` counts ms and never goes back.
 */
export function guardPages(note: Note, elapsed: () => number = () => performance.now()): void {
  const [mayPass, mayNote] = [createPace(elapsed), createPace(elapsed)]
  const seldom: Note = (what) => (mayNote() ? note(what) : undefined)
  const leave = (address: string) => openOutside(address, mayPass, seldom)
  app.on('web-contents-created', (_, contents) => guard(contents, leave))
}

function guard(contents: WebContents, leave: Leave): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (isPage(event.url)) return
    event.preventDefault()
    leave(event.url)
  }
  contents.on('will-navigate', stay)
  // The page's own navigation is told of twice; a link must not open twice.
  contents.on('will-frame-navigate', (event) => (event.isMainFrame ? undefined : stay(event)))
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    leave(url)
    return { action: 'deny' }
  })
}

/** Hands a link to the system, if it is of a kind that may be; the text of a long letter goes to the clipboard. */
function openOutside(address: string, mayPass: () => boolean, note: Note): void {
  const link = readOutsideLink(address)
  if (link === null) return note(`E_LINK_BLOCKED scheme ${schemeOf(address)}`)
  if (!mayPass()) return note('a page asked for too many links at once')
  if (link.text !== null) sayOnClipboard(link.text).catch(() => note('the clipboard took no text'))
  shell.openExternal(link.address).catch(() => sayNotOpened(schemeOf(address)))
}

async function sayOnClipboard(text: string): Promise<void> {
  await clipboard.writeText(text)
  await dialog.showMessageBox({
    type: 'info',
    message: say('letter.long.title'),
    detail: say('letter.long.text'),
  })
}

/** A link is never opened another way: the system has said that it has no program for it. */
const sayNotOpened = (scheme: string): void =>
  void dialog.showMessageBox({ type: 'info', message: say('link.failed', { scheme }) })
