import { expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import type { DeskDetails } from '../../shared/domain/desk'
import { openTestBackend } from '../testing'

const wished: DeskDetails = { startsAtLogin: true, staysInTray: false, hasShortcut: true }

it('has nothing to set in a browser, and says so', async () => {
  const { ask } = await openTestBackend()

  expect(await ask(api.desk.show, {})).toBeNull()
  await expect(ask(api.desk.change, wished)).rejects.toMatchObject({ code: 'E_DESK_BROWSER' })
})

it('shows and changes how Kept sits on this computer through its shell', async () => {
  const { ask, host } = await openTestBackend()
  const able = { canStartAtLogin: true, hasTray: true, shortcut: 'Ctrl Shift K', isShortcutTaken: false }
  const state = { desk: { ...wished, startsAtLogin: false, ...able } }
  host.shell = {
    ...host.shell,
    desk: {
      show: async () => state.desk,
      change: async (details) => (state.desk = { ...state.desk, ...details }),
    },
  }

  expect(await ask(api.desk.change, wished)).toEqual({ ...wished, ...able })
  expect(await ask(api.desk.show, {})).toEqual({ ...wished, ...able })
})
