import { app, protocol, session, shell, type WebContents } from 'electron'
import type { PageFiles } from '../api/page'
import { answerPage, isPage, pageScheme } from './page'
import { isOutsideLink } from './trust'

/** Before the app is ready: the page's own scheme, as safe as https and no less strict. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

/** Once the app is ready: serves the page from the map, and denies whatever a page can ask of the system (IP-5). */
export function setUpSession(files: PageFiles): void {
  const { defaultSession } = session
  protocol.handle(pageScheme, (request) => answerPage(request, files))
  defaultSession.setPermissionRequestHandler((_, __, decide) => decide(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setDisplayMediaRequestHandler((_, decide) => decide({}))
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.on('will-download', (event) => event.preventDefault())
}

/** Keeps every page where it is: no other address, no window of its own making, no web view (IP-6). */
export const guardPages = (): void => void app.on('web-contents-created', (_, contents) => guard(contents))

function guard(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (isPage(event.url)) return
    event.preventDefault()
    openOutside(event.url)
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}

const openOutside = (address: string): void => {
  if (isOutsideLink(address)) void shell.openExternal(address)
}
