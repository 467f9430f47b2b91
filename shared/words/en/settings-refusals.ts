/** What Kept says when a setting cannot be changed so. */
export const settingsRefusals = {
  'refusal.E_EXCEPTION_GONE': 'This day is not in the calendar any more. Nothing was changed.',
  'refusal.E_HOURS_EMPTY': 'Give at least one stretch of hours: with no working day no clock could run.',
  'refusal.E_CALENDAR_CLOSED': 'Your calendar stays closed for three years from {on}. Open some of it.',
  'refusal.E_EXCEPTION_RANGE':
    'Please check “untilDay”. It must be the first day or a later one, within a year.',
  'refusal.E_HOLIDAYS_UNKNOWN':
    'No holidays are known for {country}. Check the country in Settings, or add the days yourself.',
} as const
