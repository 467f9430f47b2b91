import type { ExtraState, RewardRule } from '../domain/extra'
import type { Channel } from '../domain/message'
import type { MilestoneKind } from '../domain/milestone'
import type { ProjectState } from '../domain/project'

/*
 * The shape of a sample business. Moments are the business's local time, 'YYYY-MM-DD HH:MM'; days are
 * 'YYYY-MM-DD'; money is in minor units. Clocks, due times and counts are not in here: the rules find them.
 */

export type SamplePerson = {
  readonly name: string
  readonly called?: string
  readonly relation?: string
  readonly decidesOn?: string
  readonly prefers?: string
  readonly note?: string
  readonly notInLetters?: true
  readonly birthday?: string
  readonly email?: string
  readonly phone?: string
}

export type SampleUpdate = { readonly at: string; readonly subject: string; readonly topics: string }

export type SampleMilestone = {
  readonly kind: MilestoneKind
  readonly what: string
  readonly on: string
  readonly at?: string
  readonly place?: string
  readonly whose?: 'client'
  readonly doneAt?: string
  readonly toldAs?: string
}

export type SampleProject = {
  readonly kind: string
  readonly eventOn?: string
  readonly eventMonth?: string
  readonly venue?: string
  readonly place?: string
  readonly guests?: number
  readonly state?: ProjectState
  readonly standing?: string
  readonly cadenceDays?: number
  readonly updates?: readonly SampleUpdate[]
  readonly milestones?: readonly SampleMilestone[]
  readonly promises?: readonly SamplePromise[]
}

/** One message; `from` or `to` names the person, a letter that acknowledges says until when it promised the answer. */
export type SampleMessage = {
  readonly at: string
  readonly channel: Channel
  readonly text: string
  readonly gist?: string
  readonly minutes?: number
  readonly answerPromisedOn?: string
} & ({ readonly from: string } | { readonly to: string })

export type SampleConversation = { readonly subject?: string; readonly messages: readonly SampleMessage[] }

/** One promise; `saidIn` is the subject of the conversation whose last message to them made it. */
export type SamplePromise = {
  readonly what: string
  readonly asNoun?: string
  readonly doneAs?: string
  readonly note?: string
  readonly saidAt: string
  readonly saidChannel: Channel
  readonly saidTo?: string
  readonly saidIn?: string
  readonly dueOn: string
  readonly dueTime?: string
  readonly keptAt?: string
  readonly moves?: readonly SampleMove[]
}

export type SampleMove = {
  readonly at: string
  readonly fromOn: string
  readonly toOn: string
  readonly why: string
  readonly reply?: { readonly at: string; readonly from: string; readonly text: string }
}

export type SampleExtra = {
  readonly what: string
  readonly because?: string
  readonly occasion?: string
  readonly occasionOn?: string
  readonly costMinor?: number
  readonly minutes?: number
  readonly state: ExtraState
  readonly on?: string
  readonly reward?: RewardRule
}

export type SampleClient = {
  readonly name: string
  readonly shortName?: string
  readonly stage: 'lead' | 'current' | 'past'
  readonly sentBy?: string
  readonly addedAt: string
  readonly people: readonly SamplePerson[]
  readonly projects?: readonly SampleProject[]
  readonly conversations?: readonly SampleConversation[]
  readonly extras?: readonly SampleExtra[]
}

/** A letter that waits in the Outbox of the sample. */
export type SampleLetter = {
  readonly client: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly at: string
}

/** A sample business: who it is, and everything its clients and it have said and done. */
export type Sample = {
  readonly userName: string
  readonly businessName: string
  readonly zone: string
  readonly country: string
  readonly region: string | null
  readonly currency: string
  readonly startsAt: string
  readonly clients: readonly SampleClient[]
  readonly outbox: readonly SampleLetter[]
}
