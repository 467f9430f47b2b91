import { calendarWords } from './en/calendar'
import { clockWords } from './en/clock'
import { desktopWords } from './en/desktop'
import { extrasWords } from './en/extras'
import { hostWords } from './en/host'
import { promisesWords } from './en/promises'
import { recordsWords } from './en/records'
import { settingsRefusals } from './en/settings-refusals'
import { lettersWords } from './en/letters'
import { letterExamples } from './en/letter-examples'
import { mailWords } from './en/mail'
import { outboxWords } from './en/outbox'
import { storeWords } from './en/store'
import { startWords } from './en/start'
import { uiWords } from './en/ui'
import { recoveryWords } from './en/recovery'
import { shellWords } from './en/shell'
import { todayWords } from './en/today'
import { todaySaidWords } from './en/today-said'
import { clientScreenWords } from './en/client-screen'
import { clientsScreenWords } from './en/clients-screen'
import { extrasScreenWords } from './en/extras-screen'
import { snoozesWords } from './en/snoozes'
import { formWords } from './en/forms'
import { logWords } from './en/log'
import { letterPanelWords } from './en/letter-panel'
import { outboxScreenWords } from './en/outbox-screen'
import { settingsScreenWords } from './en/settings-screen'
import { deskScreenWords } from './en/desk-screen'
import { remindersScreenWords } from './en/reminders-screen'
import { nudgesWords } from './en/nudges'
import { promisesScreenWords } from './en/promises-screen'
import { updatesWords } from './en/updates'

/** Every sentence of Kept in English, by key. One file per feature; a key stands in one file only. */
export const en = {
  ...uiWords,
  ...hostWords,
  ...startWords,
  ...desktopWords,
  ...updatesWords,
  ...lettersWords,
  ...letterExamples,
  ...mailWords,
  ...outboxWords,
  ...calendarWords,
  ...clockWords,
  ...recordsWords,
  ...promisesWords,
  ...extrasWords,
  ...settingsRefusals,
  ...recoveryWords,
  ...shellWords,
  ...todayWords,
  ...todaySaidWords,
  ...storeWords,
  ...snoozesWords,
  ...formWords,
  ...clientsScreenWords,
  ...clientScreenWords,
  ...promisesScreenWords,
  ...nudgesWords,
  ...extrasScreenWords,
  ...logWords,
  ...letterPanelWords,
  ...outboxScreenWords,
  ...settingsScreenWords,
  ...remindersScreenWords,
  ...deskScreenWords,
} as const
