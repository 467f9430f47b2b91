import { join } from 'node:path'
import { app, protocol, session, type DownloadItem, type WebContents } from 'electron'
import { say } from '../../shared/words/say'
import type { PageFiles } from '../api/page'
import { fileNameFor, mayDownload } from './download'
import { answerPage, pageScheme } from './page'
import { isPermitted } from './permissions'

/** Before the app is ready: the page's own scheme, as safe as https and no less strict. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

/** Once the app is ready: serves the page from the map, and denies what a page can ask of the system (IP-5). */
export function setUpSession(files: PageFiles): void {
  const { defaultSession } = session
  protocol.handle(pageScheme, (request) => answerPage(request, files))
  defaultSession.setPermissionRequestHandler((_, permission, decide, { requestingUrl, isMainFrame }) =>
    decide(isPermitted(permission, requestingUrl, isMainFrame)),
  )
  defaultSession.setPermissionCheckHandler((_, permission, origin, { isMainFrame }) =>
    isPermitted(permission, origin, isMainFrame),
  )
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setDisplayMediaRequestHandler((_, decide) => decide(null))
  defaultSession.setBluetoothPairingHandler((_, decide) => decide({ confirmed: false }))
  defaultSession.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.on('will-download', (event, item, contents) => askWhere(event, item, contents))
}

/** What the page made itself is saved where the system's dialog is told to; anything else is not saved at all. */
function askWhere(event: { preventDefault(): void }, item: DownloadItem, contents: WebContents): void {
  if (!mayDownload(item.getURL(), contents.getURL())) return event.preventDefault()
  item.setSaveDialogOptions({
    title: say('letter.save'),
    defaultPath: join(app.getPath('downloads'), fileNameFor(item.getFilename())),
  })
}
