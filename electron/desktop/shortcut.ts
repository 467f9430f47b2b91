import { globalShortcut } from 'electron'

const accelerator = 'CommandOrControl+Shift+K'

/** The keys that open the quick log from any program. */
export type Shortcut = {
  /** Takes or gives back the keys; false where another program has them. */
  readonly set: (isOn: boolean) => boolean
  readonly isTaken: () => boolean
  readonly name: string
}

/** Registers nothing yet; `press` is called for every press once it is set. */
export function createShortcut(platform: NodeJS.Platform, press: () => void): Shortcut {
  const state = { isTaken: false }
  return {
    name: platform === 'darwin' ? '⌘ ⇧ K' : 'Ctrl Shift K',
    isTaken: () => state.isTaken,
    set(isOn) {
      if (globalShortcut.isRegistered(accelerator)) globalShortcut.unregister(accelerator)
      state.isTaken = isOn && !register(press)
      return !state.isTaken
    },
  }
}

/** Some systems refuse with an answer, others with an error. */
function register(press: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, press)
  } catch {
    return false
  }
}
