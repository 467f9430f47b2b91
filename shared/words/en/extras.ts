/** What Kept says of little extras it suggests by itself, and of those that cannot be changed. */
export const extrasWords = {
  'extra.occasion.anniversary':
    '{years, select, 1 {first} 2 {second} 3 {third} 4 {fourth} 5 {fifth} 6 {sixth} 7 {seventh} 8 {eighth} 9 {ninth} 10 {tenth} other {{years, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}}} anniversary',
  'extra.occasion.referral': 'for sending {name}',
  'extra.occasion.returning': 'for coming back',
  'extra.because.anniversary': '{years, plural, one {A year} other {# years}} since their {kind}',
  'extra.because.referral': 'They sent {name} to you',
  'extra.because.returning': 'They came back to you for another {kind}',

  'refusal.E_EXTRA_GONE': 'This extra is not there any more. Nothing was changed.',
  'refusal.E_EXTRA_ENDED':
    '“{what}” was {state, select, given {given already} other {put aside}}. Undo that first to change it.',
  'refusal.E_EXTRA_GIVEN_ON':
    'Please check “givenOn”. It is the day the extra was given: today or an earlier one, and empty while it is an idea or a plan.',
  'refusal.E_EXTRA_IN_LETTER': '“{what}” cannot be removed: a letter goes with it. Put it aside instead.',
  'refusal.E_REWARD_GONE': 'This reward is not there any more. Nothing was changed.',
} as const
