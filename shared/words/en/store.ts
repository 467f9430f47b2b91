/** Words of the store: what a start says when it cannot open it, undo, backups and the ways out. */
export const storeWords = {
  'refusal.E_UNDO_TOO_LATE':
    'This can no longer be undone: something it touched has changed since. All stays as it is.',

  'refusal.E_DATA_FOLDER':
    'Kept cannot keep its data in {folder}: {reason, select, file {there is a file where the folder should be} permission {you may not make a folder there} readonly {the disk is read-only} full {the disk is full} other {the system says {system}}}. Nothing was changed. Choose another folder with --data.',
  'refusal.E_DB_READONLY':
    '{path} is read-only for you. Kept opened nothing and changed nothing. Allow writing there, or choose another folder with --data.',
  'refusal.E_ALREADY_RUNNING':
    'Kept is already open{isKnown, select, yes { (process {process}, since {since, time, ::HHmm})} other {}}.',
  'refusal.E_SQLITE_TOO_OLD':
    'Kept needs SQLite {oldest} or newer; this one is {version}. Nothing was opened. Install Kept again.',
  'refusal.E_DB_PRAGMA':
    'The data file could not be opened safely: {name}={found}, expected {expected}. Nothing was changed.',
  'refusal.E_DB_MISSING':
    'The data file is missing: expected at {expected}, last opened {lastOpenedAt, date, ::EEEdMMMHHmm}. Restore a backup, choose the file, or start empty.',
  'refusal.E_DB_NOT_KEPT': '{file} is not a data file of Kept. Nothing was changed.',
  'refusal.E_DB_DAMAGED':
    'The data file {file} is damaged. Kept changed nothing. Move it out of its folder: the next start then offers the backups.',
  'refusal.E_DB_NEWER':
    'The data file was written by {isWriterKnown, select, yes {Kept {writtenBy}} other {a newer Kept}}; this is Kept {version}. Nothing was changed. Install {isWriterKnown, select, yes {Kept {writtenBy}} other {the newer Kept}}{hasBackup, select, yes {, or open the backup of {backupAt, date, ::EEEdMMMHHmm}} other {}}.',
  'refusal.E_MIGRATION_FAILED':
    'Bringing the data file up to date failed at step {step} ({name}): {reason}. Your data is unchanged (version {version}).{hasBackup, select, yes { Backup: {backup}.} other {}}',
  'refusal.E_BACKUP_FAILED':
    'The backup was not made: {cause, select, full {the disk is full} other {{reason}}}. Nothing was changed.{hasLast, select, yes { The backup of {lastAt, date, ::EEEdMMMHHmm} is still good.} other {}}',
  'refusal.E_BACKUP_BAD':
    'The backup {file} cannot be restored: it is not as it was when it was made. Nothing was changed. Choose another one.',
  'refusal.E_STORE_THERE': 'There is a data file at {file} already. Nothing was changed.',
  'refusal.E_FILE_MISSING': 'Kept finds no file it can read at {file}. Check the path.',
  'refusal.E_DB_TOO_NEW':
    '{file} was written by a newer Kept. Nothing was changed. Install the newer Kept, or choose another file.',
  'refusal.E_NOTHING_MISSING': 'The data file is where it should be; there is nothing to restore.',
} as const
