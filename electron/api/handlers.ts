import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'
import { business } from './business'
import { calendar } from './calendar'
import { clients } from './clients'
import { data } from './data'
import { desk } from './desk'
import { extras } from './extras'
import { letters } from './letters'
import { mail } from './mail'
import { messages } from './messages'
import { milestones } from './milestones'
import { nudges } from './nudges'
import { operations } from './operations'
import { people } from './people'
import { projects } from './projects'
import { promises } from './promises'
import { recovery } from './recovery'
import { reminders } from './reminders'
import { search } from './search'
import { snoozes } from './snoozes'
import { standards } from './standards'
import { templates } from './templates'
import { today } from './today'
import { waits } from './waits'
import { windows } from './windows'

/** Who answers what: every group of the contract with its handlers. */
export const handlers: { readonly [Group in keyof Api]: Answers<Api[Group]> } = {
  today,
  clients,
  people,
  projects,
  milestones,
  messages,
  waits,
  promises,
  extras,
  letters,
  templates,
  mail,
  search,
  business,
  calendar,
  standards,
  operations,
  data,
  windows,
  recovery,
  nudges,
  reminders,
  desk,
  snoozes,
}
