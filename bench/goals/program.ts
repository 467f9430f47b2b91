import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packAroundDummy } from '../../build/pack-dummy'
import type { Result } from '../measure'

/** What Kept adds to Electron on a disk: its archive, and the compiled part beside it. */
const limit = 10_000_000

/** How large an installed Kept is without Electron, packed for Linux. */
export async function programGoal(): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-packed-'))
  try {
    const bytes = bytesOf(join(await packAroundDummy(folder), 'resources'))
    return [
      {
        goal: 'Kept as installed, without Electron',
        size: '',
        measured: `${(bytes / 1e6).toFixed(1)} MB`,
        bound: `${limit / 1e6} MB`,
        ratio: bytes / limit,
        limit: 1,
        isGate: true,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const bytesOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
