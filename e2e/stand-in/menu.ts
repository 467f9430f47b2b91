import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'
import { app } from './app'
import { answersTest, surroundings } from './test-end'

type Template = readonly (MenuItemConstructorOptions | MenuItem)[]

export class MenuItem {
  readonly label: string
  readonly type: string
  readonly sublabel: string
  readonly accelerator: string | undefined
  readonly role: string | undefined
  readonly id: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  readonly click: (...input: unknown[]) => void

  constructor(options: MenuItemConstructorOptions) {
    const { label, type, submenu, role, click, enabled, visible, checked } = options
    this.role = role
    this.label = label ?? role ?? ''
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu')
    this.sublabel = options.sublabel ?? ''
    this.accelerator = options.accelerator
    this.id = options.id
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined)
    this.enabled = enabled !== false
    this.visible = visible !== false
    this.checked = checked === true
    this.click = () => {
      if (!this.enabled) return
      if (click !== undefined) return void (click as (...input: unknown[]) => void)(this, undefined, {})
      if (role === 'quit') app.quit()
    }
  }
}

export class Menu extends EventEmitter {
  static #application: Menu | null = null
  readonly items: MenuItem[] = []

  static setApplicationMenu = (menu: Menu | null) => void (Menu.#application = menu)
  static getApplicationMenu = () => Menu.#application
  static buildFromTemplate(template: Template): Menu {
    const menu = new Menu()
    for (const each of template) menu.append(each instanceof MenuItem ? each : new MenuItem(each))
    return menu
  }
  append = (item: MenuItem) => void this.items.push(item)
  insert = (at: number, item: MenuItem) => void this.items.splice(at, 0, item)
  getMenuItemById = (id: string): MenuItem | null => itemsIn(this).find((item) => item.id === id) ?? null
  popup = () => undefined
  closePopup = () => undefined
}

const itemsIn = (menu: Menu | null): MenuItem[] =>
  (menu?.items ?? []).flatMap((item) => [item, ...itemsIn(item.submenu ?? null)])

export class Tray extends EventEmitter {
  toolTip = ''
  title = ''
  menu: Menu | null = null

  constructor(readonlyImage: unknown) {
    super()
    if (surroundings.hasTray === false) throw new Error('No tray')
    this.setImage(readonlyImage)
    trays.add(this)
  }
  setImage = (_: unknown) => undefined
  setPressedImage = () => undefined
  setToolTip = (text: string) => void (this.toolTip = text)
  setTitle = (text: string) => void (this.title = text)
  getTitle = () => this.title
  setContextMenu = (menu: Menu | null) => void (this.menu = menu)
  popUpContextMenu = () => undefined
  setIgnoreDoubleClickEvents = () => undefined
  getBounds = () => ({ x: 0, y: 0, width: 24, height: 24 })
  destroy = () => void trays.delete(this)
  isDestroyed = () => !trays.has(this)
}

const trays = new Set<Tray>()

/** A line of a menu as somebody reads it. */
export type SeenItem = {
  readonly label: string
  readonly type: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly accelerator: string | null
  readonly items: readonly SeenItem[]
}

const seenMenu = (menu: Menu | null): readonly SeenItem[] =>
  (menu?.items ?? [])
    .filter(({ visible }) => visible)
    .map((item) => ({
      label: item.label,
      type: item.type,
      enabled: item.enabled,
      checked: item.checked,
      accelerator: item.accelerator ?? null,
      items: seenMenu(item.submenu ?? null),
    }))

/** The tray, or null where there is none, and the application's menu. */
export const seenMenus = () => {
  const [tray] = trays
  return {
    menu: seenMenu(Menu.getApplicationMenu()),
    tray: tray === undefined ? null : { toolTip: tray.toolTip, title: tray.title, menu: seenMenu(tray.menu) },
  }
}

const choose = (menu: Menu | null, label: string) => {
  const item = itemsIn(menu).find((each) => each.label === label && each.visible)
  if (item === undefined) throw new Error(`No menu has “${label}”.`)
  item.click()
}

answersTest({
  chooseInTray: (label: string) => choose([...trays][0]?.menu ?? null, label),
  chooseInMenu: (label: string) => choose(Menu.getApplicationMenu(), label),
  clickTray: () => void [...trays][0]?.emit('click', {}, {}, {}),
})
