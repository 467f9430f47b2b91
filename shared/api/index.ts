import { clients } from './clients'
import { endpointsOf, named } from './contract'
import { desk } from './desk'
import { extras } from './extras'
import { letters, templates } from './letters'
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
import { business, calendar, data, standards } from './settings'
import { snoozes } from './snoozes'
import { today } from './today'
import { waits } from './waits'
import { windows } from './windows'

/** Every request there is, by group and verb: the table of contents of what Kept can do. */
export const api = named({
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
})

export type Api = typeof api

/** Every endpoint, in the order of the table of contents. */
export const endpoints = endpointsOf(api)
