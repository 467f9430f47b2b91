/** Words of reminders: notes outside the window, what came due meanwhile, quiet. */
export const nudgesWords = {
  'note.length':
    '{h, plural, =0 {} one {# hour} other {# hours}}{isBoth, select, yes { } other {}}{m, plural, =0 {} one {# minute} other {# minutes}}',
  'note.standard': 'your {hours, plural, one {hour} other {{words} hours}}',
  'note.standard.length': 'your {length}',

  'note.wait.left': '{name} has {length} left of {standard}',
  'note.wait.due': '{name} has waited {standard}',
  'note.wait.over': '{name} has waited {length} longer than {standard}',
  'note.words': '“{words}”',
  'note.promise.due': '{thing} for {client} {isSeveral, select, yes {are} other {is}} due now',
  'note.promise.late': '{thing} for {client} {isSeveral, select, yes {were} other {was}} due {when}',
  'note.promise.at': 'at {time}',
  'note.promise.on': 'on {day}',
  'note.morning.due': '{n, plural, one {# promise is} other {# promises are}} due today',
  'note.morning.late': '{n, plural, one {# thing is} other {# things are}} overdue',
  'note.morning.overdue': 'Overdue: {list}.',
  'note.closing': 'Before you close: {n, plural, one {# thing is} other {# things are}} still open',
  'note.closing.sentence':
    '{n, plural, one {# thing is} other {# things are}} still open before you close: {list}.',
  'note.bundle': '{n, plural, one {# thing needs} other {# things need}} you',
  'note.away': 'While you were away ({n})',
  'note.hidden': '{n, plural, one {# reminder} other {# reminders}}',

  'note.line.wait': 'an answer to {name}',
  'note.line.promise': '{thing} for {client}{hasTime, select, yes { by {time}} other {}}',
  'note.list.and': '{list}, and {last}',
  'note.list.more': '{n, plural, one {# more} other {# more}}',
  'note.sentence': '{text}.',

  'note.act.acknowledge': 'Acknowledge',
  'note.act.reply': 'Reply',
  'note.act.in-15-minutes': 'In 15 min',
  'note.act.see-today': 'See today',
  'note.act.later': 'Later',
  'note.act.undo': 'Undo',
  'note.held': 'Acknowledged {name}',
  'note.held.text': 'You promised a full answer by {day}.',
  'note.held.hidden': 'Acknowledged',

  'nudges.away.left': '{name} had {length} left of {standard}',
  'nudges.away.waited': '{name} has waited {standard}',
  'nudges.away.promise': '{thing} {isSeveral, select, yes {were} other {was}} due',
  'nudges.away.morning':
    '{due, plural, =0 {{late, plural, one {# thing was} other {# things were}} overdue} one {# promise is due today} other {# promises are due today}}',
  'nudges.away.closing': '{n, plural, one {# thing was} other {# things were}} still open before closing',

  'refusal.E_NOTE_GONE':
    'There is nothing left to do for this note: what it told of was answered, done or moved meanwhile.',
  'refusal.E_QUIET_PAST': 'That moment has gone by. Choose one that lies ahead.',
} as const
