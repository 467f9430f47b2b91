/** Words that every form shares. */
export const formWords = {
  'form.recalled': 'What you typed before is still here.',
  'form.startOver': 'Start over',
  'form.conflict.changed': 'This was changed elsewhere while you were typing.',
  'form.conflict.both': '{label} is now “{theirs}”; you typed “{yours}”.',
  'form.conflict.mine': 'Save what I typed',
  'form.conflict.theirs': 'Take what is there now',
} as const
