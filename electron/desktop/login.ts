import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { app } from 'electron'
import { Refusal } from '../../shared/lib/refusal'
import { say } from '../../shared/words/say'
import { autostartEntry, autostartFile } from './autostart'
import { hiddenSwitch } from './deep-link'

/** How the system starts Kept when its user comes in; `null` where it cannot. */
export type Login = {
  readonly isOn: () => boolean
  /** Refuses E_DESK_FAILED where the system did not take it. */
  readonly set: (isOn: boolean) => void
}

/** How this Kept is started again: its program with what belongs before its options, and the options themselves. */
export type Restart = { readonly program: readonly string[]; readonly options: readonly string[] }

/**
 * On Linux an entry among the user's own; elsewhere the system's list, for a program that was installed. The list of
 * macOS holds no options, so a Kept with a folder of its own is not in it: another one would be started.
 */
export function loginOf(platform: NodeJS.Platform, isPackaged: boolean, restart: Restart): Login | null {
  if (platform === 'linux') return entryLogin(restart)
  const isListed = platform === 'win32' || (platform === 'darwin' && restart.options.length === 0)
  return isPackaged && isListed ? systemLogin(platform, restart) : null
}

function systemLogin(platform: NodeJS.Platform, { program, options }: Restart): Login {
  const path = program[0] ?? process.execPath
  const args = [...options.map(quoted), hiddenSwitch]
  // On Windows a program stays in the list when its user switches it off in the system's own settings.
  const isOn = () => {
    const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ path, args })
    return openAtLogin && (platform !== 'win32' || executableWillLaunchAtLogin)
  }
  return {
    isOn,
    set(wished) {
      app.setLoginItemSettings({ openAtLogin: wished, path, args })
      if (isOn() !== wished) throw failed()
    },
  }
}

/** One argument of a command line of Windows; a backslash before the closing mark would be taken for another mark. */
const quoted = (option: string): string => `"${option.replace(/\\+$/, '$&$&')}"`

function entryLogin({ program, options }: Restart): Login {
  const file = autostartFile(homedir(), process.env)
  const entry = autostartEntry(say('app.name'), [...program, ...options, hiddenSwitch])
  const isOn = () => textIn(file)?.includes('X-GNOME-Autostart-enabled=true') ?? false
  return {
    isOn,
    set(wished) {
      try {
        if (wished) writeEntry(file, entry)
        else rmSync(file, { force: true })
      } catch {
        throw failed()
      }
    },
  }
}

function textIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Whole or not at all: the session may read it at any moment. */
function writeEntry(file: string, entry: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.partial`, entry, { mode: 0o644, flush: true })
  renameSync(`${file}.partial`, file)
}

const failed = () => new Refusal('unreachable', 'E_DESK_FAILED', { what: say('desk.failed.login') })
