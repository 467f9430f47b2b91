import type { MenuItemConstructorOptions } from 'electron'
import { say } from '../../shared/words/say'
import type { UpdateEntry } from './updater'

type Item = MenuItemConstructorOptions
type Role = NonNullable<Item['role']>

/** What the menu depends on and does. */
export type MenuParts = {
  readonly platform: NodeJS.Platform
  /** A program given to users has no developer tools. */
  readonly isPackaged: boolean
  readonly open: (place: string) => void
  readonly openWindow: () => void
  /** Null where Kept looks for no newer one: then there is no entry. */
  readonly update: UpdateEntry | null
}

const line: Item = { type: 'separator' }
const item = (label: string, role: Role): Item => ({ label, role })

/** The application's menu, by the customs of the system. */
export const menuTemplate = (parts: MenuParts): readonly Item[] => {
  const isMac = parts.platform === 'darwin'
  return [
    ...(isMac ? [appMenu(parts)] : []),
    fileMenu(parts, isMac),
    editMenu(),
    viewMenu(parts),
    goMenu(parts, isMac),
    windowMenu(isMac),
    helpMenu(parts, isMac),
  ]
}

const settings = ({ open }: MenuParts): Item => ({
  label: say('menu.settings'),
  accelerator: 'CommandOrControl+,',
  click: () => open('#/settings/business'),
})

const appMenu = (parts: MenuParts): Item => ({
  label: say('app.name'),
  submenu: [
    item(say('menu.about'), 'about'),
    ...updateItems(parts),
    line,
    settings(parts),
    line,
    item(say('menu.hide'), 'hide'),
    item(say('menu.hideOthers'), 'hideOthers'),
    item(say('menu.unhide'), 'unhide'),
    line,
    item(say('menu.quit'), 'quit'),
  ],
})

const fileMenu = (parts: MenuParts, isMac: boolean): Item => ({
  label: say('menu.file'),
  submenu: [
    {
      label: say('menu.log'),
      accelerator: 'CommandOrControl+Shift+K',
      click: () => parts.open('#/log'),
    },
    { label: say('menu.newWindow'), accelerator: 'CommandOrControl+Shift+N', click: parts.openWindow },
    line,
    item(say('menu.close'), 'close'),
    ...(isMac ? [] : [line, settings(parts), line, item(say('menu.quit'), 'quit')]),
  ],
})

const editMenu = (): Item => ({
  label: say('menu.edit'),
  submenu: [
    item(say('menu.undo'), 'undo'),
    item(say('menu.redo'), 'redo'),
    line,
    item(say('menu.cut'), 'cut'),
    item(say('menu.copy'), 'copy'),
    item(say('menu.paste'), 'paste'),
    item(say('menu.selectAll'), 'selectAll'),
  ],
})

const viewMenu = ({ isPackaged }: MenuParts): Item => ({
  label: say('menu.view'),
  submenu: [
    item(say('menu.reload'), 'reload'),
    line,
    item(say('menu.resetZoom'), 'resetZoom'),
    item(say('menu.zoomIn'), 'zoomIn'),
    item(say('menu.zoomOut'), 'zoomOut'),
    line,
    item(say('menu.fullScreen'), 'togglefullscreen'),
    ...(isPackaged ? [] : [line, item(say('menu.developerTools'), 'toggleDevTools')]),
  ],
})

const places = [
  { key: 'menu.today', place: '#/today' },
  { key: 'menu.clients', place: '#/clients' },
  { key: 'menu.outbox', place: '#/outbox' },
] as const

const goMenu = (parts: MenuParts, isMac: boolean): Item => ({
  label: say('menu.go'),
  submenu: [
    ...places.map(({ key, place }, at) => ({
      label: say(key),
      accelerator: `CommandOrControl+${at + 1}`,
      click: () => parts.open(place),
    })),
    ...(isMac ? [] : [{ ...settings(parts), accelerator: 'CommandOrControl+4' }]),
  ],
})

const windowMenu = (isMac: boolean): Item => ({
  label: say('menu.window'),
  role: 'window',
  submenu: [
    item(say('menu.minimize'), 'minimize'),
    item(say('menu.zoom'), 'zoom'),
    ...(isMac ? [line, item(say('menu.front'), 'front')] : []),
  ],
})

const updateItems = ({ update }: MenuParts): readonly Item[] => (update === null ? [] : [{ ...update }])

const helpMenu = (parts: MenuParts, isMac: boolean): Item => ({
  label: say('menu.help'),
  role: 'help',
  submenu: [
    { label: say('menu.howItWorks'), click: () => parts.open('#/settings/reminders') },
    { label: say('menu.data'), click: () => parts.open('#/settings/data') },
    ...(isMac ? [] : [...updateItems(parts), line, item(say('menu.about'), 'about')]),
  ],
})
