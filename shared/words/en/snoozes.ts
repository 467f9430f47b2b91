/** Words of what is put aside for a while. */
export const snoozesWords = {
  'snooze.choice.again': 'Same time again',
  'snooze.choice.opening': 'When work begins',
  'snooze.choice.hour': 'In an hour',
  'snooze.choice.afternoon': 'After lunch',
  'snooze.choice.event': 'After the {kind}',
  'snooze.choice.day': 'Another day…',

  'snooze.menu': 'Snooze, and more for {name}',
  'snooze.menu.only': 'Snooze {name}',
  'snooze.until': 'Snooze until',
  'snooze.none.wait': '{name} would wait too long. Acknowledge or reply first.',
  'snooze.none.promise': 'Its day has come, so it stays in sight.',
  'snooze.none': 'There is no working day ahead.',
  'snooze.key': 'Snooze',

  'snooze.day.title': 'Put {name} aside until another day',
  'snooze.day': 'Show again on',
  'snooze.day.hint': 'When work begins that day.',
  'snooze.day.hintUntil': 'When work begins that day, on {day} at the latest.',
  'snooze.day.missing': 'Choose the day on which it shows again.',
  'snooze.day.put': 'Put aside',

  'snooze.said': 'Put aside until {when}: {name}.',
  'snooze.woken': 'Back in sight: {name}.',

  'snooze.line': '{n} put aside until {when}',
  'snooze.lineFirst': '{n} put aside, the first until {when}',
  'snooze.title': 'Put aside',
  'snooze.row.until': 'Until {when}',
  'snooze.row.wait': 'Waiting for a reply',
  'snooze.row.promise': 'Promise due',
  'snooze.row.update': 'Status update',
  'snooze.row.extra': 'A little extra',
  'snooze.wake': 'Show again now',

  'refusal.E_SNOOZE_PAST': 'That moment has gone by. Choose one that lies ahead.',
  'refusal.E_SNOOZE_LATE':
    '{item, select, promise {Its due day has come, so it stays in sight. Keep it, or move its date.} other {Their time would be over by then. Acknowledge or answer it instead.}}',
  'refusal.E_SNOOZE_ENDED':
    '{item, select, wait {They are not waiting any more} promise {This promise is not open any more} other {This has been dealt with}}, or it is in sight already. Nothing was changed.',
} as const
