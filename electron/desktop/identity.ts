import { app } from 'electron'
import { linkScheme } from './deep-link'

/** The program's name among all programs, as its packages have it; Windows shows notes of known programs only. */
export const programId = 'app.kept.Kept'

/** Tells the system who this is and which links are Kept's; a checkout leaves the system as it is. */
export function introduce(platform: NodeJS.Platform, isPackaged: boolean): void {
  if (platform === 'win32') app.setAppUserModelId(isPackaged ? programId : process.execPath)
  if (isPackaged) app.setAsDefaultProtocolClient(linkScheme)
}

/** Whether macOS started Kept by itself when its user came in; elsewhere an argument says so. */
export const wasStartedAtLogin = (platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
