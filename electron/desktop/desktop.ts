import { join } from 'node:path'
import { Menu, powerMonitor } from 'electron'
import type { DeskMemory, WindowPlace } from '../../shared/domain/desk'
import type { Backend } from '../api/backend'
import type { Clock, Shell } from '../api/ports'
import type { Ask } from './ask'
import { createDesk } from './desk'
import { loginOf, type Restart } from './login'
import type { Memory } from './memory'
import { menuTemplate } from './menu-template'
import { createNotifier } from './notifications'
import { createQuit } from './quit'
import { createShortcut } from './shortcut'
import { keepTray } from './tray'
import { hasTrayHost } from './tray-host'
import type { Updates } from './updater'
import { createWindows, type Windows } from './window'

/** What the desktop is made of. */
export type DesktopParts = {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** The folder of the built program: the bridge and the icons lie there. */
  readonly built: string
  /** How this Kept is started again at login; null where that would make no sense. */
  readonly restart: Restart | null
  readonly place: Memory<WindowPlace | null>
  readonly desk: Memory<DeskMemory>
  readonly ask: Ask
  readonly clock: Clock
  readonly note: (what: string) => void
  /** Begins to look for newer Kepts, or gives null where that is not to be. */
  readonly offerUpdates: (onChange: () => void) => Promise<Updates | null>
}

/** Kept on the desktop: what the backend shows things by, and what is begun once the backend answers. */
export type Desktop = {
  readonly windows: Windows
  readonly shell: Shell
  readonly hasTray: () => Promise<boolean>
  /** Whether Kept goes on in the tray when its last window is closed. */
  readonly staysInTray: () => Promise<boolean>
  /** Begins the menu, the tray and the shortcut. */
  readonly begin: (backend: Pick<Backend, 'onPush'>) => void
}

export function createDesktop(parts: DesktopParts): Desktop {
  const { platform, isPackaged, built, ask, clock, note, desk } = parts
  const state: { hasTray: boolean; updates: Updates | null } = { hasTray: false, updates: null }
  const hasTray = async () => state.hasTray && (await hasTrayHost(platform))
  const windows = createWindows({
    preload: join(built, 'preload.js'),
    isPackaged,
    memory: parts.place,
    clock,
    note,
  })
  const shortcut = createShortcut(platform, () => windows.raise('#/log'))
  const login = parts.restart === null ? null : loginOf(platform, isPackaged, parts.restart)
  const openWindow = () => windows.open(null)
  const quit = createQuit(ask, clock)
  const showUpdates = (updates: Updates | null) => {
    state.updates = updates
    if (updates !== null) showMenu()
  }
  const showMenu = () => {
    const update = state.updates?.entry() ?? null
    const menu = menuTemplate({ platform, isPackaged, open: windows.raise, openWindow, update })
    Menu.setApplicationMenu(Menu.buildFromTemplate([...menu]))
  }
  return {
    windows,
    hasTray,
    staysInTray: async () => desk.read().staysInTray && (await hasTray()),
    shell: {
      openWindow: async () => (openWindow(), null),
      showNotes: createNotifier({ ask, open: windows.raise }),
      desk: createDesk({ memory: desk, login, shortcut, hasTray }),
    },
    begin(backend) {
      showMenu()
      parts.offerUpdates(showMenu).then(showUpdates, () => note('looking for newer Kepts could not begin'))
      state.hasTray = keepTray({
        backend,
        ask,
        clock,
        icons: join(built, 'icons'),
        open: windows.raise,
        quit,
        note,
      })
      if (desk.read().hasShortcut && !shortcut.set(true)) note('the keys of the quick log are taken')
    },
  }
}

/** A computer that was asleep or locked has missed moments: they are looked for at once. */
export function wakeWithComputer(wake: () => void): void {
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
}
