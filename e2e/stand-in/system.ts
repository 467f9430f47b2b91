import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type { MessageBoxOptions } from 'electron'
import { answersTest, surroundings, test } from './test-end'

const opened: string[] = []
const said: string[] = []
const shortcuts = new Map<string, () => void>()

export const shell = {
  openExternal: async (url: string) => void opened.push(url),
  openPath: async (path: string) => {
    opened.push(path)
    return ''
  },
  showItemInFolder: (path: string) => void opened.push(path),
  beep: () => undefined,
}

/** What a message box is answered with where the test says nothing: what Escape would choose. */
const escapes = (options: MessageBoxOptions) => options.cancelId ?? 0
/** Electron takes the window first, where there is one. */
const optionsIn = (input: readonly unknown[]) => input.at(-1) as MessageBoxOptions

export const dialog = {
  showErrorBox: (title: string, text: string) => void said.push(`${title}: ${text}`),
  async showMessageBox(...input: readonly unknown[]) {
    const options = optionsIn(input)
    said.push([options.message, options.detail].filter(Boolean).join('\n'))
    const label = await test.ask<string | null>('answerBox', options.message, options.buttons ?? [])
    const response = label === null ? -1 : (options.buttons ?? []).indexOf(label)
    return { response: response < 0 ? escapes(options) : response, checkboxChecked: false }
  },
  showMessageBoxSync(...input: readonly unknown[]) {
    said.push(optionsIn(input).message)
    return escapes(optionsIn(input))
  },
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  async showSaveDialog() {
    const filePath = await test.ask<string | null>('answerSave')
    return { canceled: filePath === null, filePath: filePath ?? '' }
  },
}

const turned = (text: string) => [...text].toReversed().join('')

export const safeStorage = {
  isEncryptionAvailable: () => surroundings.hasKeyring !== false,
  getSelectedStorageBackend: () => (surroundings.hasKeyring === false ? 'basic_text' : 'gnome_libsecret'),
  encryptString: (text: string) => Buffer.from(`v11${turned(text)}`),
  decryptString: (bytes: Buffer) => turned(bytes.toString().slice(3)),
}

export const globalShortcut = {
  register(accelerator: string, act: () => void) {
    if (surroundings.taken?.includes(accelerator) || shortcuts.has(accelerator)) return false
    shortcuts.set(accelerator, act)
    return true
  },
  isRegistered: (accelerator: string) => shortcuts.has(accelerator),
  unregister: (accelerator: string) => void shortcuts.delete(accelerator),
  unregisterAll: () => shortcuts.clear(),
}

class PowerMonitor extends EventEmitter {
  getSystemIdleTime = () => 0
  getSystemIdleState = () => 'active'
  isOnBatteryPower = () => false
}
export const powerMonitor = new PowerMonitor()

const area = { x: 0, y: 0, width: 1920, height: 1040 }
const display = { id: 1, scaleFactor: 1, bounds: { ...area, height: 1080 }, workArea: area, size: area }
class Screen extends EventEmitter {
  getAllDisplays = () => [display]
  getPrimaryDisplay = () => display
  getDisplayMatching = () => display
  getDisplayNearestPoint = () => display
  getCursorScreenPoint = () => ({ x: 0, y: 0 })
}
export const screen = new Screen()

class NativeTheme extends EventEmitter {
  shouldUseDarkColors = false
  themeSource = 'system'
}
export const nativeTheme = new NativeTheme()

const imageOf = (isEmpty: boolean) => {
  const image = {
    isEmpty: () => isEmpty,
    getSize: () => ({ width: isEmpty ? 0 : 32, height: isEmpty ? 0 : 32 }),
    resize: () => image,
    crop: () => image,
    setTemplateImage: () => undefined,
    addRepresentation: () => undefined,
    toPNG: () => Buffer.alloc(0),
    toBitmap: () => Buffer.alloc(0),
    toDataURL: () => 'data:image/png;base64,',
  }
  return image
}
export const nativeImage = {
  createEmpty: () => imageOf(true),
  createFromPath: (path: string) => imageOf(!existsSync(path)),
  createFromBuffer: () => imageOf(false),
  createFromBitmap: () => imageOf(false),
  createFromDataURL: () => imageOf(false),
}

const copied = { text: '' }
export const clipboard = {
  writeText: (text: string) => void (copied.text = text),
  readText: () => copied.text,
}
export const systemPreferences = new EventEmitter()

/** What was done to the system, for the test to see. */
export const seenSystem = () => ({
  shortcuts: [...shortcuts.keys()],
  opened: [...opened],
  said: [...said],
  copied: copied.text,
})

answersTest({
  press(accelerator: string) {
    const act = shortcuts.get(accelerator)
    if (act === undefined) throw new Error(`Nobody has taken ${accelerator}.`)
    act()
  },
  power: (event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen') => void powerMonitor.emit(event, {}),
})
