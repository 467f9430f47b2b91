import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { menuTemplate } from './menu-template'
import type { UpdateEntry } from './updater'

const opened: string[] = []
const menuOf = (platform: NodeJS.Platform, isPackaged = true, update: UpdateEntry | null = null) =>
  menuTemplate({
    platform,
    isPackaged,
    open: (place) => void opened.push(place),
    openWindow: () => void opened.push('another window'),
    update,
  })
const itemsIn = (menu: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  menu.flatMap((item) => [item, ...itemsIn(Array.isArray(item.submenu) ? item.submenu : [])])
const labels = (menu: readonly MenuItemConstructorOptions[]) => menu.map(({ label }) => label)
const press = (label: string, platform: NodeJS.Platform = 'linux') => {
  const item = itemsIn(menuOf(platform)).find((each) => each.label === label)
  ;(item?.click as unknown as () => void)()
  return opened.pop()
}

it('has the menus of its system', () => {
  expect(labels(menuOf('linux'))).toEqual(['File', 'Edit', 'View', 'Go', 'Window', 'Help'])
  expect(labels(menuOf('darwin'))).toEqual(['Kept', 'File', 'Edit', 'View', 'Go', 'Window', 'Help'])
})

it('leads everywhere', () => {
  const places = ['Today', 'Clients', 'Outbox', 'Settings…', 'Quick log…', 'New window'].map((label) =>
    press(label),
  )
  expect(places).toEqual([
    '#/today',
    '#/clients',
    '#/outbox',
    '#/settings/business',
    '#/log',
    'another window',
  ])
  expect(press('Where your data is')).toBe('#/settings/data')
  expect(press('Settings…', 'darwin')).toBe('#/settings/business')
})

it('has developer tools only where Kept is being made', () => {
  const roles = (isPackaged: boolean) =>
    (['linux', 'darwin', 'win32'] as const).map((platform) =>
      itemsIn(menuOf(platform, isPackaged)).some(({ role }) => role === 'toggleDevTools'),
    )
  expect(roles(true)).toEqual([false, false, false])
  expect(roles(false)).toEqual([true, true, true])
})

it.each(['linux', 'darwin', 'win32'] as const)('has one way to quit and no keys twice on %s', (platform) => {
  const items = itemsIn(menuOf(platform, false))
  const keys = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [String(accelerator)]))
  expect(items.filter(({ role }) => role === 'quit')).toHaveLength(1)
  expect(items.filter(({ role }) => role === 'about')).toHaveLength(1)
  expect(items.every(({ label, type }) => label !== undefined || type === 'separator')).toBe(true)
  if (platform === 'darwin') expect(new Set(keys).size).toBe(keys.length)
})

it.each(['linux', 'darwin', 'win32'] as const)(
  'has an entry for a newer Kept on %s only where it is looked for',
  (platform) => {
    const update = { label: 'Get Kept 0.2.0', enabled: true, click: () => void opened.push('fetch') }
    const entries = (entry: UpdateEntry | null) =>
      itemsIn(menuOf(platform, true, entry)).filter(({ label }) => label === update.label)

    expect(entries(null)).toEqual([])
    expect(entries(update)).toEqual([update])
  },
)
