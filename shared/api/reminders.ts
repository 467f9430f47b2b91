import { Revision } from '../domain/ids'
import { QuietUntil, ReminderDetails, type ReminderSettings } from '../domain/reminder'
import { command, query } from './contract'

/** How the user wishes to be told. */
export const reminders = {
  show: query({}).returns<ReminderSettings>(),
  /** Refuses E_CHANGED_MEANWHILE. */
  change: command(
    { ...ReminderDetails.shape, revision: Revision },
    { undo: true },
  ).returns<ReminderSettings>(),
  /** Moments to be quiet until, by the working calendar: this noon or afternoon, tomorrow's and next week's opening. */
  quietChoices: query({}).returns<readonly { readonly until: number; readonly label: string }[]>(),
  /** Nothing pops up before this moment (ms UTC); null ends the quiet. Refuses E_QUIET_PAST. */
  quiet: command({ until: QuietUntil }, { undo: true }).returns<ReminderSettings>(),
}
