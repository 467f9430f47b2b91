import * as z from 'zod/mini'
import { Days, Minutes } from './typed'

const ackMinutes = Minutes.check(z.positive('invalid.minutes'))

/**
 * How fast clients hear from the user: acknowledged within so many working minutes, answered by the end of so
 * many working days after the day of arrival (0 = the same day). Leads and the event week have their own.
 */
export const ReplyTargets = z.strictObject({
  ackMinutes,
  answerDays: Days,
  inquiryAckMinutes: ackMinutes,
  inquiryAnswerDays: Days,
  eventWeekAckMinutes: ackMinutes,
  eventWeekAnswerDays: Days,
})
export type ReplyTargets = Readonly<z.infer<typeof ReplyTargets>>
