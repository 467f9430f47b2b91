/** What Kept says when something about a promise cannot be done. */
export const promisesWords = {
  'refusal.E_PROMISE_GONE': 'This promise is not there any more. Nothing was changed.',
  'refusal.E_PROMISE_ENDED':
    '“{what}” is {state, select, kept {kept already} broken {not going to be kept, as you said before} other {not needed any more}}. Undo that first to change it.',
  'refusal.E_PROMISE_NOT_DUE': '“{what}” is not due yet. Move its date, or say that they no longer need it.',
  'refusal.E_PROMISE_SAME_DAY':
    'Please check “dueOn”. “{what}” is promised for that day and time already; choose another.',
  'refusal.E_PROMISE_IN_PAST': 'Please check “dueOn”. That moment has gone by; choose one that lies ahead.',
  'refusal.E_OWN_DAY_LATE':
    'Please check “ownOn”. Your own day is the day they were told, or an earlier one.',
} as const
