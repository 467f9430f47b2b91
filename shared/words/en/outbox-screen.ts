/** Words of the Outbox as a screen: where every letter stands, and what can be done about it. */
export const outboxScreenWords = {
  'outbox.title': 'Outbox',

  'outbox.sentence.needs':
    '{n, plural, one {One letter needs} other {{n} letters need}} <toNeeds>a word from you</toNeeds>.',
  'outbox.sentence.password':
    '{n, plural, one {One letter waits} other {{n} letters wait}} for your password.',
  'outbox.sentence.waiting':
    '{n, plural, one {<toWaiting>One letter</toWaiting> is} other {<toWaiting>{n} letters</toWaiting> are}} on the way.',
  'outbox.sentence.drafts':
    'Nothing waits to be sent. {n, plural, one {<toDrafts>One draft</toDrafts> is} other {<toDrafts>{n} drafts</toDrafts> are}} begun.',
  'outbox.sentence.clear': 'Nothing waits to be sent.',
  'outbox.context.drafts':
    '{n, plural, one {<toDrafts>One draft</toDrafts> is begun.} other {<toDrafts>{n} drafts</toDrafts> are begun.}}',
  'outbox.context.hold': 'A letter rests here for 20 seconds after Send, so that it can be taken back.',

  'outbox.needs.title': 'Needs a word from you',
  'outbox.waiting.title': 'On the way',
  'outbox.drafts.title': 'Drafts',
  'outbox.sent.title': 'Sent',
  'outbox.older': 'Show older letters',

  'outbox.when.goes': 'Goes {when}',
  'outbox.when.held': 'Held until {when}',
  'outbox.when.tried': 'Tries again {when}',
  'outbox.when.now': 'Going now',
  'outbox.when.waits': 'Waits',
  'outbox.when.sent': '{when}',
  'outbox.when.failed': 'Not sent',
  'outbox.when.unknown': 'Not certain',
  'outbox.when.handed': 'Handed over',
  'outbox.when.since': 'since {when}',
  'outbox.when.saved': 'saved {when}',
  'outbox.when.byMail': 'by mail',
  'outbox.when.byYou': 'you sent it',

  'outbox.who.nobody': 'to nobody yet',
  'outbox.who.to': 'to {names}',

  'outbox.kind.blank': 'A letter',
  'outbox.kind.acknowledge': 'An acknowledgement',
  'outbox.kind.status-update': 'A status update',
  'outbox.kind.move-the-date': 'A new date',
  'outbox.kind.late-answer': 'A late answer',
  'outbox.kind.little-extra': 'A little extra',

  'outbox.do.take-back': 'Take back',
  'outbox.do.send-now': 'Send now',
  'outbox.do.send-again': 'Send again',
  'outbox.do.mark-sent': 'Mark as sent',
  'outbox.do.not-sent': 'It was not sent',
  'outbox.do.discard': 'Discard',
  'outbox.do.iSentIt': 'I sent it',
  'outbox.do.notYet': 'Not yet',
  'outbox.do.open': 'Open',
  'outbox.do.read': 'Read it',
  'outbox.do.close': 'Close it',

  'outbox.said.take-back': 'Taken back. It is a draft again, and nothing was sent.',
  'outbox.said.send-now': 'It goes now.',
  'outbox.said.send-again': 'It is tried again.',
  'outbox.said.mark-sent': 'Noted as sent to {name}.',
  'outbox.said.not-sent': 'It is a draft again, and what it had promised is taken back.',
  'outbox.said.discard': 'The letter is put aside.',

  'outbox.letter': 'Letter to {name}',
  'outbox.letter.about': 'What became of the letter to {name}',
  'outbox.letter.subject': 'Subject: {subject}',

  'outbox.password.form': 'The password letters wait for',
  'outbox.password.label': 'Password of {user} at {host}',
  'outbox.password.hint': 'Kept holds it in memory until it is closed, and writes it nowhere.',
  'outbox.password.go': 'Let them go',
  'outbox.password.said': 'Thank you. The letters go now.',
  'outbox.password.none': 'Type the password first.',

  'outbox.keys.move': 'Move',
  'outbox.keys.open': 'Read or open',
} as const
