import { mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { usualDesk, type DeskMemory } from '../../shared/domain/desk'
import { autostartEntry, autostartFile } from './autostart'
import { createDesk } from './desk'
import { loginOf, type Login } from './login'
import { createShortcut } from './shortcut'
import { system } from './testing'
import { hasTrayHost } from './tray-host'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

const restart = { program: ['/opt/Kept/kept'], options: ['--data=/home/hazel/My data'] }
const failed = expect.objectContaining({ code: 'E_DESK_FAILED' })

beforeEach(() => {
  system.login = { openAtLogin: false }
  system.takesLogin = true
  system.isSwitchedOff = false
  system.shortcuts.clear()
  system.taken = false
  vi.unstubAllEnvs()
})

describe('the entry that starts Kept at login on Linux', () => {
  const commandIn = (entry: string) => /^Exec=(.*)$/m.exec(entry)?.[1] ?? ''

  /** The specification, read backwards: the line as text first, then its arguments. */
  const read = (command: string) => {
    const signs: Record<string, string> = { n: '\n', r: '\r', '\\': '\\' }
    const line = command.replaceAll(/\\([nr\\])/g, (_, sign: string) => signs[sign] ?? '')
    return [...line.matchAll(/"((?:[^"\\]|\\[\s\S])*)"/g)].map(([, argument = '']) =>
      argument.replaceAll(/\\([\s\S])/g, '$1').replaceAll('%%', '%'),
    )
  }

  it('names the program with its arguments', () => {
    expect(autostartEntry('Kept', ['/opt/Kept/kept', '--hidden'])).toBe(
      [
        '[Desktop Entry]',
        'Type=Application',
        'Name=Kept',
        'Exec="/opt/Kept/kept" "--hidden"',
        'Terminal=false',
        'X-GNOME-Autostart-enabled=true',
        '',
      ].join('\n'),
    )
  })

  it('starts just that, whatever a folder is called', () => {
    const argument = fc.string({
      unit: fc.constantFrom('a', ' ', '"', '\\', '$', '`', '%', '\n', ';', '&', 'ü'),
    })
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 4 }), (command) => {
        const entry = autostartEntry('Kept', command)
        expect(entry.split('\n')).toHaveLength(7)
        expect(read(commandIn(entry))).toEqual(command)
      }),
      { numRuns: 1_000 },
    )
  })

  it('lies where the session looks for it', () => {
    expect(autostartFile('/home/hazel', {})).toBe('/home/hazel/.config/autostart/kept.desktop')
    expect(autostartFile('/home/hazel', { XDG_CONFIG_HOME: '/c' })).toBe('/c/autostart/kept.desktop')
    expect(autostartFile('/home/hazel', { XDG_CONFIG_HOME: 'c' })).toBe(
      '/home/hazel/.config/autostart/kept.desktop',
    )
  })

  it('is written whole, and gone again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-login-'))
    vi.stubEnv('XDG_CONFIG_HOME', folder)
    const login = loginOf('linux', false, restart)
    expect(login?.isOn()).toBe(false)
    login?.set(true)

    const file = autostartFile(homedir(), process.env)
    expect(read(commandIn(readFileSync(file, 'utf8')))).toEqual([
      '/opt/Kept/kept',
      '--data=/home/hazel/My data',
      '--hidden',
    ])
    expect(login?.isOn()).toBe(true)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o644)

    login?.set(false)
    login?.set(false)
    expect(login?.isOn()).toBe(false)
  })

  it('says where it cannot be written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-login-'))
    mkdirSync(join(folder, 'autostart', 'kept.desktop', 'x'), { recursive: true })
    vi.stubEnv('XDG_CONFIG_HOME', folder)
    const login = loginOf('linux', false, restart)

    expect(() => login?.set(true)).toThrow(failed)
    expect(() => login?.set(false)).toThrow(failed)
  })
})

describe('starting at login on macOS and Windows', () => {
  it('is the system’s own list, and what it says counts', () => {
    const login = loginOf('win32', true, restart)
    login?.set(true)
    expect(system.login).toEqual({
      openAtLogin: true,
      path: '/opt/Kept/kept',
      args: ['"--data=/home/hazel/My data"', '--hidden'],
    })
    expect(login?.isOn()).toBe(true)

    system.takesLogin = false
    expect(() => login?.set(false)).toThrow(failed)
  })

  it('is off where its user has switched it off in the settings of Windows', () => {
    const login = loginOf('win32', true, restart)
    login?.set(true)
    system.isSwitchedOff = true
    expect(login?.isOn()).toBe(false)
  })

  it('keeps a folder whole that ends with the mark of folders', () => {
    loginOf('win32', true, { program: ['C:\\Kept\\Kept.exe'], options: ['--data=D:\\'] })?.set(true)
    expect(system.login).toMatchObject({ args: ['"--data=D:\\\\"', '--hidden'] })
  })

  it('is not for a folder of one’s own on macOS, whose list would start another Kept', () => {
    expect(loginOf('darwin', true, restart)).toBeNull()
    expect(loginOf('darwin', true, { ...restart, options: [] })).not.toBeNull()
  })

  it('is for a program that was installed', () => {
    expect(loginOf('darwin', false, restart)).toBeNull()
    expect(loginOf('freebsd', true, restart)).toBeNull()
  })
})

describe('the keys of the quick log', () => {
  it('open it from any program until they are given back', () => {
    const pressed: number[] = []
    const shortcut = createShortcut('linux', () => void pressed.push(1))
    expect([shortcut.name, shortcut.set(true)]).toEqual(['Ctrl Shift K', true])
    system.shortcuts.get('CommandOrControl+Shift+K')?.()
    expect(pressed).toEqual([1])

    expect(shortcut.set(true)).toBe(true)
    shortcut.set(false)
    expect(system.shortcuts.size).toBe(0)
  })

  it.each([true, 'throws'] as const)('may belong to another program: %s', (taken) => {
    system.taken = taken
    const shortcut = createShortcut('darwin', () => undefined)
    expect([shortcut.set(true), shortcut.isTaken(), shortcut.name]).toEqual([false, true, '⌘ ⇧ K'])

    system.taken = false
    expect([shortcut.set(true), shortcut.isTaken()]).toEqual([true, false])
  })
})

describe('the settings of the desk', () => {
  const deskWith = (login: Login | null, kept: DeskMemory[] = []) =>
    createDesk({
      memory: { read: () => kept.at(-1) ?? usualDesk, keep: (value) => void kept.push(value) },
      login,
      shortcut: createShortcut('linux', () => undefined),
      hasTray: async () => true,
    })

  it('are as the system has them', async () => {
    const desk = deskWith(loginOf('win32', true, restart))
    const usual = { startsAtLogin: false, staysInTray: true, hasShortcut: true }
    const able = { canStartAtLogin: true, hasTray: true, shortcut: 'Ctrl Shift K', isShortcutTaken: false }
    expect(await desk.show()).toEqual({ ...usual, ...able })

    const wished = { startsAtLogin: true, staysInTray: false, hasShortcut: false }
    expect(await desk.change(wished)).toEqual({ ...wished, ...able })
    expect(await desk.change(usual)).toEqual({ ...usual, ...able })
    expect(system.shortcuts.size).toBe(1)
  })

  it('say where other keys were first, and go on', async () => {
    system.taken = true
    const desk = deskWith(null, [{ staysInTray: true, hasShortcut: false }])
    expect(await desk.change({ startsAtLogin: false, staysInTray: true, hasShortcut: true })).toMatchObject({
      hasShortcut: true,
      isShortcutTaken: true,
      canStartAtLogin: false,
    })
  })

  it('are left as they were where the system did not take one', async () => {
    const kept: DeskMemory[] = []
    const wished = { startsAtLogin: true, staysInTray: false, hasShortcut: true }
    await expect(deskWith(null, kept).change(wished)).rejects.toEqual(failed)
    expect(kept).toEqual([])
  })
})

describe('whether a tray would be seen', () => {
  it('is known on macOS and Windows, and asked of the desktop on Linux', async () => {
    expect(await hasTrayHost('darwin')).toBe(true)
    expect(await hasTrayHost('win32')).toBe(true)
    vi.stubEnv('PATH', '/nowhere')
    expect(await hasTrayHost('linux')).toBe(false)
  })
})
