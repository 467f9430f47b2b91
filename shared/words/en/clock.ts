/** Words of a computer's clock that was moved, and of the letters that are on hold because of it. */
export const clockWords = {
  'clock.moved':
    'The computer’s clock moved {way, select, back {back} other {forward}} by {unit, select, years {{n} years} days {{n, plural, one {a day} other {# days}}} hours {{n, plural, one {an hour} other {# hours}}} other {{n, plural, one {a minute} other {# minutes}}}}.',
  'clock.held': '{letters, plural, one {One letter is on hold.} other {# letters are on hold.}}',
  'clock.kept':
    '{letters, plural, one {One letter keeps its time} other {# letters keep their times}}, and {letters, plural, one {waits} other {wait}} until it is put back or you send {letters, plural, one {it} other {them}}.',
  'clock.nothingGoes': 'Until you say that it is right, nothing is let go because of its age.',
  'clock.sendNow': 'Send now',
  'clock.keepTimes': 'Keep times',
  'clock.isRight': 'The time is right',
  'clock.said.sent': '{letters, plural, =0 {Thank you.} one {It goes now.} other {They go now.}}',
  'clock.said.kept': '{letters, plural, one {It keeps its time.} other {They keep their times.}}',

  'outbox.reason.E_CLOCK_JUMP':
    'It is on hold: its time came only because the computer’s clock moved forward by {unit, select, years {{n} years} days {{n, plural, one {a day} other {# days}}} hours {{n, plural, one {an hour} other {# hours}}} other {{n, plural, one {a minute} other {# minutes}}}}. It goes once the clock is put back, or when you send it.',
} as const
