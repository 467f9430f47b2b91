import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WindowPlace } from '../../shared/domain/desk'
import { Refusal } from '../../shared/lib/refusal'
import { endInOrder } from './ending'
import { createEntrance } from './entrance'
import { addressAgain, reload } from './reloads'
import { startHidden } from './start-hidden'
import { fakeElectron, FakeWindow, system } from './testing'
import { createWindows } from './window'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

const { app } = fakeElectron
const noted: string[] = []
const world = { now: 1_000_000, place: null as WindowPlace | null, refuses: false }
const windows = createWindows({
  preload: '/kept/preload.js',
  isPackaged: true,
  clock: { now: () => world.now },
  note: (what) => void noted.push(what),
  memory: {
    read: () => world.place,
    keep(place) {
      if (world.refuses) throw new Refusal('unreachable', 'E_DESK_FAILED')
      world.place = place
    },
  },
})
const first = () => FakeWindow.all[0] ?? new FakeWindow({})

beforeEach(() => {
  FakeWindow.all = []
  noted.length = 0
  system.said.length = 0
  system.quits = 0
  system.exitCodes.length = 0
  system.button = 0
  Object.assign(world, { now: 1_000_000, place: null, refuses: false })
})

describe('a window', () => {
  it('is shown once its page has painted, as it was', () => {
    world.place = { x: 100, y: 90, width: 1000, height: 800, isMaximized: true }
    windows.open('#/log')

    expect(first().options).toMatchObject({ x: 100, y: 90, width: 1000, height: 800, show: false })
    expect(first().loaded).toEqual(['app://kept/#/log'])
    expect(first().state.isShown).toBe(false)
    first().emit('ready-to-show')
    expect(first().state).toMatchObject({ isShown: true, isMaximized: true })
  })

  it('is shown after a while even where its page has not painted, and not where it was closed', () => {
    vi.useFakeTimers()
    windows.open(null)
    windows.open(null)
    const [shown, closed] = FakeWindow.all
    closed?.close()
    vi.advanceTimersByTime(10_000)
    expect([shown?.state.isShown, closed?.state.isShown]).toEqual([true, false])
    vi.useRealTimers()
  })

  it('remembers where it was when it was moved or closed', () => {
    vi.useFakeTimers()
    windows.open(null)
    first().bounds = { x: 7, y: 8, width: 900, height: 700 }
    first().emit('move')
    first().emit('resize')
    expect(world.place).toBeNull()
    vi.advanceTimersByTime(500)
    expect(world.place).toEqual({ x: 7, y: 8, width: 900, height: 700, isMaximized: false })

    const window = first()
    window.bounds = { x: 9, y: 8, width: 900, height: 700 }
    window.emit('move')
    window.close()
    expect(world.place?.x).toBe(9)
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()
  })

  it('goes on where its place cannot be kept', () => {
    world.refuses = true
    windows.open(null)
    first().close()
    expect(noted).toEqual(['E_DESK_FAILED: the place of the window was not kept'])
  })

  it('is brought to the front and told the place', () => {
    windows.open(null)
    first().state.isMinimized = true
    windows.raise('#/today/wait-3')

    expect(FakeWindow.all).toHaveLength(1)
    expect(first().webContents.heard).toEqual([
      ['push', { kind: 'open', now: 1_000_000, place: '#/today/wait-3' }],
    ])
    expect(first().state).toMatchObject({ isShown: true, isFocused: true, isMinimized: false })
  })

  it('is loaded at the place while its page is not there yet, and opened where there is none', () => {
    windows.raise('#/log')
    first().webContents.isStillLoading = true
    windows.raise('#/outbox')

    expect(first().loaded).toEqual(['app://kept/#/log', 'app://kept/#/outbox'])
    expect(first().webContents.heard).toEqual([])
  })

  it('is not troubled by a load that another one overtakes, and notes one that fails', async () => {
    system.failsToLoad = 'ERR_ABORTED'
    windows.open(null)
    system.failsToLoad = 'ERR_FAILED'
    windows.open(null)
    await vi.waitFor(() => expect(noted).toEqual(['a page was not loaded: ERR_FAILED']))
    system.failsToLoad = null
  })

  it('lies where the system puts it when it is the second one', () => {
    world.place = { x: 100, y: 90, width: 1000, height: 800, isMaximized: true }
    windows.open(null)
    windows.open(null)
    expect(FakeWindow.all[1]?.options).not.toHaveProperty('x')
    expect(FakeWindow.all[1]?.options).toMatchObject({ width: 1000, height: 800 })
  })
})

describe('a page that has stopped', () => {
  const crash = (reason = 'crashed') => first().webContents.emit('render-process-gone', {}, { reason })

  it('is loaded again at its place, without what was begun there', () => {
    windows.open('#/clients/3')
    crash('killed')
    first().webContents.address = 'app://kept/#/today/wait-12/acknowledge'
    crash()
    expect(first().loaded).toEqual(['app://kept/#/clients/3', 'app://kept/#/clients/3', 'app://kept/#/today'])
    expect(noted).toEqual([
      'the page of a window has stopped: killed',
      'the page of a window has stopped: crashed',
    ])
  })

  it('is loaded five times a minute by itself, then only when the user says so', async () => {
    windows.open(null)
    for (let time = 0; time < 5; time += 1) crash()
    expect(first().loaded).toHaveLength(6)
    crash()
    expect(first().loaded).toHaveLength(6)
    await vi.waitFor(() => expect(first().loaded).toHaveLength(7))
    expect(system.said).toMatchObject([{ message: 'The window keeps stopping', cancelId: 0 }])

    world.now += 61_000
    crash()
    expect(first().loaded).toHaveLength(8)
  })

  it('leaves the user a way to end Kept', async () => {
    system.button = 1
    windows.open(null)
    for (let time = 0; time < 6; time += 1) crash()
    await vi.waitFor(() => expect(system.quits).toBe(1))
  })

  it('is left alone where it ended in order', () => {
    windows.open(null)
    crash('clean-exit')
    expect(first().loaded).toHaveLength(1)
  })

  it('is ended where it does not answer for a while, and not where it comes back', () => {
    vi.useFakeTimers()
    windows.open(null)
    first().emit('unresponsive')
    first().emit('responsive')
    vi.advanceTimersByTime(20_000)
    expect(first().webContents.crashes).toBe(0)
    first().emit('unresponsive')
    vi.advanceTimersByTime(15_000)
    expect(first().webContents.crashes).toBe(1)
    vi.useRealTimers()
  })

  it('comes back after a hundred ends, whatever the clock does', () => {
    const times = Array.from({ length: 100 }, (_, n) => n * 13_000)
    const left = times.reduce((reloads: readonly number[], now) => reload(reloads, now).reloads, [])
    expect(left).toHaveLength(5)
    expect(reload([5_000_000], 1_000).may).toBe(true)
  })

  it.each([
    ['app://kept/', 'app://kept/'],
    ['app://kept/#/settings/data', 'app://kept/#/settings/data'],
    ['app://kept/#/log', 'app://kept/#/today'],
    ['app://kept/#/strange', 'app://kept/#/today'],
    ['https://evil.example/#/today', 'app://kept/'],
    ['', 'app://kept/'],
  ])('was at %s and comes back at %s', (was, again) => expect(addressAgain(was)).toBe(again))
})

describe('whoever wishes to see Kept', () => {
  it('is led to a place, from a second start, a link or the dock, and to nothing else', () => {
    app.removeAllListeners()
    const entrance = createEntrance(null)
    const link = { isPrevented: false, preventDefault: () => void (link.isPrevented = true) }
    app.emit('open-url', link, 'kept://today/wait-4/reply')
    const raised: (string | null)[] = []
    expect([entrance.leadTo((place) => void raised.push(place)), link.isPrevented]).toEqual([
      { isWished: true, place: '#/today/wait-4' },
      true,
    ])

    app.emit(
      'second-instance',
      {},
      ['/usr/bin/kept', '--allow-file-access-from-files', 'kept://log'],
      '/tmp',
      {},
    )
    app.emit('second-instance', {}, ['/usr/bin/kept', '--data=/elsewhere', '-rf', '/etc/passwd'], '/tmp', {})
    app.emit('second-instance', {}, ['/usr/bin/kept', '--hidden'], '/tmp', {})
    app.emit('open-url', link, 'kept://evil/../..')
    app.emit('activate', {}, false)
    expect(raised).toEqual(['#/log', null, null, null])
  })

  it('is not forgotten where Kept was just starting, hidden, and no place was named', () => {
    const start = () => {
      app.removeAllListeners()
      return createEntrance(null)
    }
    const atLogin = start()
    app.emit('activate', {}, false)
    expect(atLogin.leadTo(() => undefined)).toEqual({ isWished: false, place: null })

    const byHand = start()
    app.emit('second-instance', {}, ['/usr/bin/kept'], '/tmp', {})
    expect(byHand.leadTo(() => undefined)).toEqual({ isWished: true, place: null })
  })

  it('finds a window after half a minute where Kept was to start in a tray that never came', async () => {
    vi.useFakeTimers()
    const hidden = startHidden(windows, async () => false)
    await vi.advanceTimersByTimeAsync(31_000)
    await hidden
    vi.useRealTimers()
    expect(FakeWindow.all).toHaveLength(1)

    FakeWindow.all = []
    await startHidden(windows, async () => true)
    expect(FakeWindow.all).toEqual([])
  })
})

describe('the end', () => {
  const event = () => {
    const told = { isPrevented: false, preventDefault: () => void (told.isPrevented = true) }
    return told
  }

  it('comes with the last window, unless Kept stays in the tray', async () => {
    app.removeAllListeners()
    const tray = { stays: true }
    endInOrder({ staysInTray: async () => tray.stays, close: async () => undefined, note: () => undefined })
    app.emit('window-all-closed')
    await Promise.resolve()
    expect(system.quits).toBe(0)

    tray.stays = false
    app.emit('window-all-closed')
    if (process.platform !== 'darwin') await vi.waitFor(() => expect(system.quits).toBe(1))
  })

  it('lets go of the store first, once, however often it is asked for', async () => {
    app.removeAllListeners()
    const closes: number[] = []
    endInOrder({
      staysInTray: async () => true,
      close: async () => void closes.push(1),
      note: () => undefined,
    })
    const [asked, again] = [event(), event()]
    app.emit('will-quit', asked)
    app.emit('will-quit', again)

    expect([asked.isPrevented, again.isPrevented]).toEqual([true, true])
    await vi.waitFor(() => expect(system.exitCodes).toEqual([0]))
    expect(closes).toEqual([1])
  })

  it.each([
    ['fails to close', () => Promise.reject(new Error('disk I/O error'))],
    ['never closes', () => new Promise<void>(() => undefined)],
  ])('comes all the same where the store %s, and is noted', async (_, close) => {
    vi.useFakeTimers()
    app.removeAllListeners()
    const noted: string[] = []
    endInOrder({ staysInTray: async () => true, close, note: (what) => void noted.push(what) })
    app.emit('will-quit', event())
    await vi.advanceTimersByTimeAsync(10_000)
    vi.useRealTimers()

    expect(system.exitCodes).toEqual([1])
    expect(noted).toEqual(['the store was not closed in order'])
  })
})
