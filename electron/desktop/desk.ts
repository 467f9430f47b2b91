import type { Desk, DeskDetails, DeskMemory } from '../../shared/domain/desk'
import { Refusal } from '../../shared/lib/refusal'
import { say } from '../../shared/words/say'
import type { DeskPort } from '../api/ports'
import type { Login } from './login'
import type { Memory } from './memory'
import type { Shortcut } from './shortcut'

/** What the desk's settings act upon. */
export type DeskParts = {
  readonly memory: Memory<DeskMemory>
  readonly login: Login | null
  readonly shortcut: Shortcut
  /** Whether this system shows a tray, as it is now. */
  readonly hasTray: () => Promise<boolean>
}

/** How Kept sits on this computer, shown and changed; the system's own answers count, not what was wished. */
export function createDesk(parts: DeskParts): DeskPort {
  const { memory, login, shortcut } = parts
  const show = async (): Promise<Desk> => ({
    ...memory.read(),
    startsAtLogin: login?.isOn() ?? false,
    canStartAtLogin: login !== null,
    hasTray: await parts.hasTray(),
    shortcut: shortcut.name,
    isShortcutTaken: shortcut.isTaken(),
  })
  return {
    show,
    async change({ startsAtLogin, staysInTray, hasShortcut }: DeskDetails) {
      setLogin(login, startsAtLogin)
      if (memory.read().hasShortcut !== hasShortcut || shortcut.isTaken()) shortcut.set(hasShortcut)
      memory.keep({ staysInTray, hasShortcut })
      return show()
    },
  }
}

function setLogin(login: Login | null, wished: boolean): void {
  if ((login?.isOn() ?? false) === wished) return
  if (login === null) throw new Refusal('unreachable', 'E_DESK_FAILED', { what: say('desk.failed.login') })
  login.set(wished)
}
