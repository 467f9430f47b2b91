import { execFile } from 'node:child_process'

/** A desktop that does not answer has no tray either. */
const patience = 2_000

const question = [
  '--session',
  '--print-reply=literal',
  '--dest=org.kde.StatusNotifierWatcher',
  '/StatusNotifierWatcher',
  'org.freedesktop.DBus.Properties.Get',
  'string:org.kde.StatusNotifierWatcher',
  'string:IsStatusNotifierHostRegistered',
]

/**
 * Whether somebody on this desktop shows tray icons. macOS and Windows always do; on Linux Electron makes an icon
 * that nobody may ever see, so the desktop is asked itself, by the name every such bar registers under.
 */
export function hasTrayHost(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return Promise.resolve(true)
  return new Promise((resolve) => {
    execFile('dbus-send', question, { timeout: patience, encoding: 'utf8' }, (error, said) =>
      resolve(error === null && /\btrue\b/.test(said)),
    )
  })
}
