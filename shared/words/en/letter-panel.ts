/** Words of the letter panel: writing, sending, and the ways around a mail account. */
export const letterPanelWords = {
  'letterPanel.label.blank': 'Letter to {name}',
  'letterPanel.label.acknowledge': 'Acknowledgement to {name}',
  'letterPanel.label.status-update': 'Status update to {name}',
  'letterPanel.label.move-the-date': 'A new date for {name}',
  'letterPanel.label.late-answer': 'A late answer to {name}',
  'letterPanel.label.little-extra': 'A little extra for {name}',
  'letterPanel.toNobody': 'Letter',

  'letterPanel.to': 'To',
  'letterPanel.to.none': 'Nobody yet',
  'letterPanel.to.remove': 'Take {name} off this letter',
  'letterPanel.to.choose': 'Send it to {name} as well',
  'letterPanel.to.add': 'Add an address',
  'letterPanel.to.address': 'Mail address',
  'letterPanel.to.wrong': 'Give one mail address, such as {plain} or {named}.',
  'letterPanel.to.twice': '{address} is on this letter already.',
  'letterPanel.to.missing': 'The letter goes to nobody yet. Choose somebody or add an address.',

  'letterPanel.subject': 'Subject',
  'letterPanel.subject.missing': 'Say what the letter is about.',
  'letterPanel.text': 'Text',
  'letterPanel.text.empty': 'Write the letter, or start again from the template.',
  'letterPanel.edit': 'Edit the text',
  'letterPanel.fromTemplate': 'Start again from the template',
  'letterPanel.bringBack': 'Bring back what I wrote',
  'letterPanel.field.placeholder':
    '{name, select, reason {The marquee firm has given me a new figure} gift {two bottles of the cordial from your toast} other {In your own words}}',

  'letterPanel.promise.acknowledge': 'Full answer by',
  'letterPanel.promise.move-the-date': 'New day',
  'letterPanel.promise.rest': 'I don’t have all of it yet: promise the full answer',
  'letterPanel.promise.by': 'By',
  'letterPanel.promise.option': '{day}: {load}',
  'letterPanel.promise.load':
    '{n, plural, =0 {nothing promised yet} one {one other that day} other {# others that day}}',
  'letterPanel.promise.day-off': 'you are closed that day',
  'letterPanel.promise.event-day': 'an event day',

  'letterPanel.saved': 'Saved {time}.',
  'letterPanel.saving': 'Saving…',
  'letterPanel.dashed': 'Dashed words were filled in for you.',
  'letterPanel.missing':
    '{n, plural, one {“{names}” is still empty, and the letter waits for it.} other {Still empty: {names}. The letter waits for them.}}',
  'letterPanel.missing.hand': 'Replace what stands in double braces: {names}.',
  'letterPanel.notSaved':
    'This could not be saved just now. What you typed stays here, and nothing of it is lost.',

  'letterPanel.send': 'Send',
  'letterPanel.hold': 'Hold 10 minutes',
  'letterPanel.otherWays': 'Another way…',
  'letterPanel.discard': 'Discard',
  'letterPanel.mailProgram': 'Mail program',
  'letterPanel.eml': 'Save as a file',
  'letterPanel.copy': 'Copy the text',
  'letterPanel.setUpMail': 'Set up mail in Settings',

  'letterPanel.handed.mail-program':
    'The letter is open in your mail program. If nothing opened there, copy its text instead.',
  'letterPanel.handed.eml':
    'The letter is in your downloads as “{file}”. It opens in most mail programs, ready to send.',
  'letterPanel.handed.clipboard': 'The text is copied. Paste it into a message to them.',
  'letterPanel.handed.byHand': 'Copy the text from here:',
  'letterPanel.handed.text': 'The text of the letter',
  'letterPanel.handed.question': 'Did you send it?',
  'letterPanel.handed.sent': 'I sent it',
  'letterPanel.handed.notYet': 'Not yet',
  'letterPanel.handed.later': 'You can also say it later, in the Outbox.',

  'letterPanel.conflict': 'This letter was changed in another window while you were writing. It now says:',
  'letterPanel.conflict.to': 'To {names}',
  'letterPanel.conflict.mine': 'Keep what I wrote',
  'letterPanel.conflict.theirs': 'Take this instead',

  'letterPanel.name.title': 'Letters are signed with your name.',
  'letterPanel.name.yours': 'Your name',
  'letterPanel.name.business': 'Your business',
  'letterPanel.name.hint': 'It can be changed in Settings at any time.',
  'letterPanel.name.go': 'Go on to the letter',
  'letterPanel.name.said': 'Letters are now signed by {name}.',

  'letterPanel.said.sent': 'On its way to {names}.',
  'letterPanel.said.answer': 'On its way to {names}. You promised a full answer by {day}.',
  'letterPanel.said.moved': 'On its way to {names}. The new date is {day}.',
  'letterPanel.said.held': 'Held for 10 minutes, then it goes to {names}.',
  'letterPanel.said.marked': 'Noted: you sent it to {names}.',
  'letterPanel.said.notSent': 'It is a draft again. Nothing was noted as sent.',
  'letterPanel.said.discarded': 'The draft is put aside.',
} as const
