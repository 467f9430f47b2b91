import { parentPort, workerData } from 'node:worker_threads'
import { makeBackup, type BackupEntry, type BackupRequest } from '../../db/backup'
import { Refusal } from '../../shared/lib/refusal'

/** What the worker answers; errors lose what they are on the way between threads, so a Refusal goes as data. */
export type BackupOutcome =
  | { readonly isMade: true; readonly entry: BackupEntry }
  | { readonly isMade: false; readonly refusal: Pick<Refusal, 'kind' | 'code' | 'values'> }

async function outcomeOf(request: BackupRequest): Promise<BackupOutcome> {
  try {
    return { isMade: true, entry: await makeBackup(request) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { isMade: false, refusal: { kind: error.kind, code: error.code, values: error.values } }
  }
}

parentPort?.postMessage(await outcomeOf(workerData as BackupRequest))
