/** What stands behind an update that is due. */
export const todaySaidWords = {
  'today.hint.answers':
    'Can answer {name}{n, plural, =0 {} =1 {’s question} other {’s {words} questions}} too',
  'today.hint.standing': '{standing}',
} as const
