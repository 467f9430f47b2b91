import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { day, hour, minute } from '../shared/lib/time'
import type { ClockJump, ClockOff } from '../shared/rules/clock-jump'
import { at } from '../shared/testing'
import { readClocks, type Readings } from './clock-readings'
import { startClockWatch } from './clock-watch'

const root = mkdtempSync(join(tmpdir(), 'kept-clock-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
let clocks: Readings
let met: { readonly jump: ClockJump; readonly off: ClockOff; readonly now: number }[]
let noted: string[]
let refuses: boolean
beforeEach(() => {
  folder = mkdtempSync(join(root, 'store-'))
  clocks = { wall: at('Tue 2026-11-24 10:40'), elapsed: 1_000, uptime: 5 * hour, boot: 'one' }
  met = []
  noted = []
  refuses = false
})

const start = () =>
  startClockWatch({
    folder,
    read: () => clocks,
    log: { note: (what) => void noted.push(what), fault: ({ request }) => void noted.push(request) },
    async meet(jump, off, now) {
      if (refuses) throw new Error('SQLITE_FULL')
      met.push({ jump, off, now })
    },
  })
const pass = (ms: number, { asleep = 0, set = 0 } = {}) => {
  clocks = {
    ...clocks,
    wall: clocks.wall + ms + asleep + set,
    elapsed: clocks.elapsed + ms,
    uptime: clocks.uptime + ms + asleep,
  }
}

describe('while it runs', () => {
  it('meets a jump once, with how far the clock is off, and says so', async () => {
    const watch = await start()
    pass(30_000, { set: 3 * day })
    await Promise.all([watch.look(), watch.look()])
    await watch.look()

    expect(met).toEqual([
      { jump: { kind: 'set-forward', by: 3 * day }, off: { by: 3 * day, isLeast: false }, now: clocks.wall },
    ])
    expect(noted).toEqual(['the clock was set-forward by 259200 s'])
    expect(watch.movedBy()).toBe(3 * day)
  })

  it('meets no sleep, and no time that only passed', async () => {
    const watch = await start()
    for (const asleep of [0, 8 * hour, 30 * day]) {
      pass(30_000, { asleep })
      await watch.look()
    }
    expect([met, noted, watch.movedBy()]).toEqual([[], [], 0])
  })

  it('meets a jump again that could not be met', async () => {
    const watch = await start()
    refuses = true
    pass(30_000, { set: hour })
    await expect(watch.look()).rejects.toThrow('SQLITE_FULL')
    expect(watch.movedBy()).toBe(0)

    refuses = false
    pass(30_000)
    await watch.look()
    expect(met.map(({ jump }) => jump)).toEqual([{ kind: 'set-forward', by: hour }])
  })

  it('takes the clock for right when it is put back, and when the user says so', async () => {
    const watch = await start()
    pass(0, { set: 3 * day })
    await watch.look()
    pass(0, { set: -3 * day })
    await watch.look()
    expect([watch.movedBy(), met.at(-1)?.off.by]).toEqual([0, 0])

    pass(0, { set: -3 * day })
    await watch.look()
    watch.trust()
    expect(watch.movedBy()).toBe(0)
  })
})

describe('between two runs', () => {
  const end = async (how: 'close' | 'kill' = 'close') => {
    const watch = await start()
    pass(minute)
    await watch.look()
    if (how === 'close') watch.close()
  }

  it.each(['close', 'kill'] as const)('finds a jump of a computer that ran on, after a %s', async (how) => {
    await end(how)
    pass(hour, { set: 3 * day })
    const watch = await start()

    expect(met.map(({ jump }) => jump)).toEqual([{ kind: 'set-forward', by: 3 * day }])
    expect(watch.movedBy()).toBe(3 * day)
  })

  it('finds nothing where time passed, or the computer was started anew later', async () => {
    await end()
    pass(hour, { asleep: 9 * day })
    await (await start()).look()
    clocks = { ...clocks, wall: clocks.wall + 40 * day, uptime: 60_000, boot: 'two' }
    await start()

    expect(met).toEqual([])
  })

  it('finds a clock that lost its battery, and forgets it once the time is back', async () => {
    await end()
    clocks = { wall: 0, elapsed: 0, uptime: 20_000, boot: 'two' }
    const watch = await start()
    expect(met.map(({ jump }) => jump.kind)).toEqual(['set-back'])

    pass(minute, { set: at('Fri 2026-11-27 09:00') })
    await watch.look()
    expect(watch.movedBy()).toBe(0)
  })

  it('remembers what nobody has answered yet, and a jump just before the end', async () => {
    const first = await start()
    pass(minute, { set: 3 * day })
    await first.look()
    pass(minute, { set: hour })
    first.close()
    const second = await start()
    expect(second.movedBy()).toBe(3 * day + hour)

    second.trust()
    expect((await start()).movedBy()).toBe(0)
  })

  it('begins anew where its file is not there, damaged or cannot be written', async () => {
    writeFileSync(join(folder, 'clock.json'), '{"wall": "Tuesday"')
    expect((await start()).movedBy()).toBe(0)
    folder = join(root, 'nowhere')
    const watch = await start()

    expect([watch.movedBy(), noted, existsSync(folder)]).toEqual([0, ['clock'], false])
  })
})

it('reads the clocks of this computer', () => {
  const { wall, elapsed, uptime, boot } = readClocks()

  expect(Math.abs(wall - Date.now())).toBeLessThan(60_000)
  expect(elapsed).toBeGreaterThan(0)
  expect(uptime).toBeGreaterThan(0)
  expect(boot === null || boot.length > 10).toBe(true)
})
