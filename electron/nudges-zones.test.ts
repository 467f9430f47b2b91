import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleProgram } from '../db/testing'
import { answersOf } from './nudges-zones.torture'

const run = promisify(execFile)
const samples = 2_000

const machines = [
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Europe/Dublin',
  'Antarctica/Troll',
  'Asia/Tehran',
  'UTC',
]

let program: string
let here: string
beforeAll(() => {
  program = bundleProgram('electron/nudges-zones.torture.ts')
  here = answersOf(samples)
}, 120_000)

describe('the moments of reminders', () => {
  it.each(machines)('are the same on a computer in %s', { timeout: 120_000 }, async (zone) => {
    const { stdout } = await run(process.execPath, [program, String(samples)], {
      env: { ...process.env, TZ: zone },
    })

    expect(stdout.trim()).toBe(`${nameOf(zone)} ${here}`)
  })
})

/** A zone by the name this computer knows it by. */
const nameOf = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
