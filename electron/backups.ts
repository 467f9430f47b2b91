import { Worker } from 'node:worker_threads'
import type { BackupRequest } from '../db/backup'
import { listBackups, type BackupEntry, type BackupWhy } from '../db/backup-manifest'
import type { Backup } from '../shared/api/settings'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import type { BackupOutcome } from './workers/backup'

/** The backups of one folder's store. */
export type Backups = {
  /** Makes one off the main thread, never two at once. Refuses E_BACKUP_FAILED. */
  readonly backUp: (why: BackupWhy, now: Instant, keepsAll?: boolean) => Promise<Backup>
  /** Newest first. */
  readonly list: () => Promise<readonly Backup[]>
}

/** Backups of the store in a folder, made by the program `workerFile`. */
export function createBackups(folder: string, workerFile: string): Backups {
  let last: Promise<unknown> = Promise.resolve()
  return {
    backUp(why, now, keepsAll = false) {
      const made = last.then(() => runWorker(workerFile, { folder, now, why, keepsAll }))
      last = made.catch(() => undefined)
      return made.then(shown)
    },
    list: () => Promise.resolve(listBackups(folder).map(shown)),
  }
}

const shown = ({ file, at, bytes, why }: BackupEntry): Backup => ({ file, at, bytes, why })

function runWorker(workerFile: string, request: BackupRequest): Promise<BackupEntry> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: request })
    worker.once('message', (outcome: BackupOutcome) => {
      if (outcome.isMade) return resolve(outcome.entry)
      const { kind, code, values } = outcome.refusal
      reject(new Refusal(kind, code, values))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The backup worker ended without an answer')))
  })
}
