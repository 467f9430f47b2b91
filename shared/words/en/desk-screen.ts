/** Words of Kept on this computer, as Settings shows them. */
export const deskScreenWords = {
  'settings.desk.title': 'This computer',
  'settings.desk.startsAtLogin': 'Start when I log in',
  'settings.desk.why.startsAtLogin': 'Switch it on, and no reminder waits for you to open Kept.',
  'settings.desk.no.startsAtLogin':
    'This system does not let Kept set it. Add Kept by hand to the programs that start with your session.',
  'settings.desk.staysInTray': 'Stay in the tray when the window is closed',
  'settings.desk.why.staysInTray': 'Reminders go on, and the tray counts who is waiting.',
  'settings.desk.no.staysInTray':
    'This desktop shows no tray. Closing the window ends Kept, and reminders stop until it is open again.',
  'settings.desk.hasShortcut': '{shortcut} opens the quick log from any program',
  'settings.desk.why.hasShortcut': 'What was said on the phone is put in while you still hear it.',
  'settings.desk.no.hasShortcut':
    'Another program has {shortcut}. Give that one another key, then switch this off and on again; until then the tray and Ctrl K open the log.',
} as const
