/** Words of reminders as the window shows them: on Today, in the sidebar, in Settings, and in a browser's notes. */
export const remindersScreenWords = {
  'notes.words': '“{words}”',

  'today.row.gone': 'That is done already.',
} as const
