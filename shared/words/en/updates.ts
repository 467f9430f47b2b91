/** Words of updates, for a Kept that has a feed of them. */
export const updatesWords = {
  'refusal.E_UPDATE_UNREACHABLE': 'Whether there is a newer Kept could not be found out.',
  'refusal.E_UPDATE_INVALID':
    'The newer Kept does not carry the signature it should, so it was left alone. The one you have is unharmed.',

  'update.look': 'Look for a newer Kept',
  'update.looking': 'Looking for a newer Kept…',
  'update.newest': 'This is the newest Kept; look again',
  'update.found': 'Get Kept {version}',
  'update.fetching': 'Getting Kept {version}…',
  'update.ready': 'Restart as Kept {version}',
  'update.unreachable': 'A newer Kept could not be looked for; try again',
  'update.invalid': 'A newer Kept was not signed and was left alone; look again',
} as const
