/** Words of reminders as the window shows them: on Today, in the sidebar, and in Settings. */
export const remindersScreenWords = {
  'today.row.gone': 'That is done already.',

  'told.away.title': 'While you were away',
  'told.away.seen': 'Seen',
  'told.closing.label': 'Before you close',
  'told.unavailable.label': 'Desktop notifications',
  'told.held.label': 'Letters on hold',
  'told.held.see': 'See the Outbox',
  'told.putAway': 'Put it away',
  'told.said.seen': '{n, plural, one {Seen.} other {Seen, all {n}.}}',

  'quiet.until': 'Quiet until {moment}',
  'quiet.tomorrow': 'tomorrow, {time}',
  'quiet.end': 'End the quiet now',
  'quiet.said.begun': 'Quiet until {label}. Everything still stands on Today.',
  'quiet.said.ended': 'The quiet is over.',

  'settings.part.reminders': 'Reminders',
  'settings.reminders.sentence.on': 'Kept tells you what is due, in your working hours.',
  'settings.reminders.sentence.quiet': 'It is quiet until {moment}.',
  'settings.reminders.sentence.off': 'Nothing pops up; what is due stands on Today.',
  'settings.reminders.context':
    'At most three notes an hour and one for each client. Today always lists everything, whatever pops up.',
  'settings.reminders.notes': 'Notes',
  'settings.reminders.usual': 'Usual: {usual}. {why}',
  'settings.reminders.usual.on': 'on',
  'settings.reminders.usual.off': 'off',
  'settings.reminders.isOn': 'Remind me',
  'settings.reminders.why.isOn': 'Before a reply is late, and when a promise is due.',
  'settings.reminders.hidesWords': 'Hide names and words',
  'settings.reminders.why.hidesWords':
    'Switch it on where others see your screen; notes then say how many, not who.',
  'settings.reminders.breaksForEvents': 'Break through the quiet for an event today or tomorrow',
  'settings.reminders.why.breaksForEvents': 'On those two days a client cannot wait until you open.',
  'settings.reminders.hasMorningNote': 'Morning note',
  'settings.reminders.why.hasMorningNote':
    'At nine, or when you open: the day’s promises and whoever waits too long. None on a day without.',
  'settings.reminders.hasClosingNote': 'Closing note',
  'settings.reminders.why.hasClosingNote':
    'Half an hour before you close: what is still open. None when nothing is.',
  'settings.reminders.switched': '{isOn, select, yes {On} other {Off}}: {what}.',

  'settings.quiet.title': 'Quiet',
  'settings.quiet.note': 'Nothing pops up outside your hours. For now, be quiet until:',
  'settings.quiet.is':
    'Nothing pops up before {moment}. What comes due until then is told together afterwards.',
  'settings.quiet.none': 'There is no later moment to choose; your hours are over for today.',

  'settings.browser.title': 'This browser',
  'settings.browser.granted': 'It shows Kept’s notes as long as one of Kept’s pages is open in it.',
  'settings.browser.default': 'It has not been asked whether it may show Kept’s notes.',
  'settings.browser.denied':
    'It shows no notes of this page. You can let it in the browser’s settings for this address; until then, Today lists everything.',
  'settings.browser.none': 'It knows no notes. Today lists everything.',
  'settings.browser.ask': 'Ask the browser',
  'settings.browser.said.granted': 'This browser shows Kept’s notes from now on.',
  'settings.browser.said.not': 'This browser shows no notes.',

  'settings.health.title': 'How reminders run',
  'settings.health.lastScan': 'Last looked',
  'settings.health.never': 'Not yet',
  'settings.health.nextDue': 'Next due',
  'settings.health.nothingDue': 'Nothing in sight',
  'settings.health.count': '{n, plural, =0 {none} other {#}} in 30 days',
  'settings.health.late': 'Told late',
  'settings.health.late.hint': 'More than 30 seconds after their moment, though Kept was awake.',
  'settings.health.missed': 'Told afterwards',
  'settings.health.missed.hint': 'They came due while this computer slept or Kept was closed.',
  'settings.health.restarted': 'Begun again',
  'settings.health.restarted.hint': 'Looking had stopped, and Kept began it again.',
} as const
