import { expect, it } from 'vitest'
import { at } from '../../testing'
import { sayRefusal } from '../say'

const zone = 'Pacific/Auckland'
const evening = at('Mon 2026-11-23 18:02', zone)

it.each([
  [
    'E_ALREADY_RUNNING',
    { isKnown: 'yes', process: '4711', since: at('Mon 2026-11-23 09:12', zone) },
    'Kept is already open (process 4711, since 09:12).',
  ],
  ['E_ALREADY_RUNNING', { isKnown: 'no', process: '', since: null }, 'Kept is already open.'],
  [
    'E_DB_PRAGMA',
    { name: 'synchronous', found: '1', expected: '2' },
    'The data file could not be opened safely: synchronous=1, expected 2. Nothing was changed.',
  ],
  [
    'E_SQLITE_TOO_OLD',
    { version: '3.50.4', oldest: '3.51.3' },
    'Kept needs SQLite 3.51.3 or newer; this one is 3.50.4. Nothing was opened. Install Kept again.',
  ],
  [
    'E_DB_MISSING',
    { expected: '/data/kept.db', lastOpenedAt: evening },
    'The data file is missing: expected at /data/kept.db, last opened Mon 23 Nov, 18:02. Restore a backup, choose the file, or start empty.',
  ],
  [
    'E_DB_NEWER',
    { isWriterKnown: 'yes', writtenBy: '3.4', version: '3.2', hasBackup: 'yes', backupAt: evening },
    'The data file was written by Kept 3.4; this is Kept 3.2. Nothing was changed. Install Kept 3.4, or open the backup of Mon 23 Nov, 18:02.',
  ],
  [
    'E_DB_NEWER',
    { isWriterKnown: 'no', writtenBy: '', version: '3.2', hasBackup: 'no', backupAt: null },
    'The data file was written by a newer Kept; this is Kept 3.2. Nothing was changed. Install the newer Kept.',
  ],
  [
    'E_DATA_FOLDER',
    { folder: '/data', reason: 'file', system: 'EEXIST' },
    'Kept cannot keep its data in /data: there is a file where the folder should be. Nothing was changed. Choose another folder with --data.',
  ],
  [
    'E_DATA_FOLDER',
    { folder: '/data', reason: 'other', system: 'ELOOP' },
    'Kept cannot keep its data in /data: the system says ELOOP. Nothing was changed. Choose another folder with --data.',
  ],
  [
    'E_DB_READONLY',
    { path: '/data' },
    '/data is read-only for you. Kept opened nothing and changed nothing. Allow writing there, or choose another folder with --data.',
  ],
  [
    'E_MIGRATION_FAILED',
    {
      ...{ step: 23, name: 'merge phones', reason: 'no such table: phone', version: 22 },
      ...{ hasBackup: 'yes', backup: '/data/backups/b.db' },
    },
    'Bringing the data file up to date failed at step 23 (merge phones): no such table: phone. Your data is unchanged (version 22). Backup: /data/backups/b.db.',
  ],
  [
    'E_BACKUP_FAILED',
    { cause: 'full', reason: 'database or disk is full', hasLast: 'yes', lastAt: evening },
    'The backup was not made: the disk is full. Nothing was changed. The backup of Mon 23 Nov, 18:02 is still good.',
  ],
  [
    'E_BACKUP_FAILED',
    { cause: 'other', reason: 'The copy is damaged', hasLast: 'no', lastAt: null },
    'The backup was not made: The copy is damaged. Nothing was changed.',
  ],
])('%s is said in full', (code, values, sentence) => {
  expect(sayRefusal(code, values)).toBe(sentence)
})
