/** Words of the shell: the sidebar, the foot of the sheet, and the pages that stand in for all others. */
export const shellWords = {
  'shell.title': '{screen} · Kept',
  'shell.places': 'Places',
  'shell.today': 'Today',
  'shell.clients': 'Clients',
  'shell.outbox': 'Outbox',
  'shell.settings': 'Settings',
  'shell.log': 'Log a message',
  'shell.logHint': 'Log a call, voicemail, text, meeting or mail',
  'shell.sample': 'Sample business',
  'shell.sampleHint': 'Its clients are made up, and so is the time.',

  'shell.hours.openUntil': 'Open until {time}',
  'shell.hours.left': '{length} left today',
  'shell.hours.opensAt': 'Opens at {time}',
  'shell.hours.toCome': '{length} to come today',
  'shell.hours.closed': 'Closed for today',
  'shell.hours.dayOff': 'Closed today',
  'shell.hours.clocksRest': 'Reply clocks rest',

  'undo.done': 'Taken back.',
  'undo.nothing': 'There is nothing to take back.',

  'lost.title': 'Kept is not answering just now.',
  'lost.text': 'What you see may be a little old. It goes on by itself as soon as Kept is back.',

  'noSession.title': 'This page needs a new link.',
  'noSession.text': 'The link that opened it has been used, or Kept has been started again since.',
  'noSession.how': 'Press Enter in the terminal where Kept runs. It prints a new link, good for 60 seconds.',

  'screen.failed': 'This page could not be shown.',
  'screen.fault': 'There is a fault in Kept. Nothing that was kept is lost; the other pages go on.',
  'refusal.E_HOST_GONE':
    'Kept is not answering just now, so that was not done. Please try again in a moment.',

  'event.on': '{kind} on {day}',
  'event.relative': '{kind} {when}',
  'event.inMonth': '{kind}, {month}',
  'event.married': 'Married {day}',
  'event.past': '{kind} on {day}',
} as const
