/** What Kept says when something about clients, people, messages or waits cannot be done. */
export const recordsWords = {
  'refusal.E_CLIENT_GONE': 'This client is not there any more. Nothing was changed.',
  'refusal.E_CLIENT_ARCHIVED':
    'Nothing was logged: {name} is archived, and nobody would see the clock. Bring them back first; what you typed is kept.',
  'refusal.E_PERSON_GONE': 'This person is not there any more. Nothing was changed.',
  'refusal.E_PROJECT_GONE': 'This project is not there any more. Nothing was changed.',
  'refusal.E_MILESTONE_GONE': 'This date is not there any more. Nothing was changed.',
  'refusal.E_CONVERSATION_GONE': 'This conversation is not there any more. Nothing was changed.',
  'refusal.E_WAIT_GONE': 'This row is not there any more: what began it was taken back. Nothing was changed.',
  'refusal.E_WAIT_ENDED':
    'Nobody waits here any more: this has been answered for {name}. Nothing was changed.',
  'refusal.E_OTHER_CLIENT': 'Please check “{field}”. It belongs to another client.',
  'refusal.E_SENT_BY_SELF': 'Please check “sentByClientId”. A client cannot have sent themselves.',
  'refusal.E_PERSON_IN_USE':
    '{name} cannot be removed: messages, promises or dates name them. Take them out of letters instead.',
  'refusal.E_FUTURE_MOMENT': 'Please check “at”. {moment} has not come yet; log what has happened.',
  'refusal.E_NOTE_INTERNAL': 'Please check “direction”. A note to yourself is internal, and only a note is.',
  'refusal.E_CHANGED_MEANWHILE':
    'This was changed while you were typing. {count, plural, =0 {Please look at it again.} other {“{field}” is now “{theirs}”; you typed “{yours}”.}} Nothing of what you typed is lost.',
} as const
