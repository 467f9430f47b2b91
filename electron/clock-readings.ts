import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { ClockReading } from '../shared/rules/clock-jump'

/** The clocks of this computer as they stand; `boot` names its start where the system does. */
export type Readings = ClockReading & { readonly boot: string | null }

/** Reads the clocks of this computer. */
export const readClocks = (): Readings => ({
  wall: Date.now(),
  elapsed: performance.now(),
  uptime: Math.round(uptime() * 1_000),
  boot: bootOfLinux(),
})

/** A new random name after every start; other systems have none that can be read without a program. */
function bootOfLinux(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}
