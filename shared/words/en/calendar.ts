/** Words that explain a clock. */
export const calendarWords = {
  'clock.explained.usual':
    'arrived {arrived}, {minutes, plural, =0 {} other {{counted} counted, }}{gaps, plural, =0 {} other {{skipped} skipped, }}due {due}',
  'clock.explained.inquiry':
    'an inquiry: arrived {arrived}, {minutes, plural, =0 {} other {{counted} counted, }}{gaps, plural, =0 {} other {{skipped} skipped, }}due {due}',
  'clock.explained.event-week':
    'event week: arrived {arrived}, {minutes, plural, =0 {} other {{counted} counted, }}{gaps, plural, =0 {} other {{skipped} skipped, }}due {due}',
  'clock.skipped.break': 'break',
  'clock.skipped.night': 'night',
  'clock.skipped.weekend': 'weekend',
  'clock.skipped.holiday': '{isOne, select, yes {{day} holiday} other {{day} to {until} holidays}}',
  'clock.skipped.day-off': '{isOne, select, yes {{day} off} other {{day} to {until} off}}',
} as const
