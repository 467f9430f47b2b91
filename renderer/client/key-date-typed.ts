import { ProjectId } from '../../shared/domain/ids'
import type { Milestone, MilestoneDetails, MilestoneKind } from '../../shared/domain/milestone'
import { chosenOf, lineOf } from '../form/typed'

/** A key date as typed. */
export type KeyDateTyped = {
  readonly what: string
  readonly kind: MilestoneKind
  readonly onDay: string
  readonly atTime: string
  readonly place: string
  readonly whose: 'own' | 'client'
  readonly toldAs: string
  readonly projectId: number | null
}

export const newKeyDate = (projectId: number | null): KeyDateTyped => ({
  what: '',
  kind: 'visit',
  onDay: '',
  atTime: '',
  place: '',
  whose: 'own',
  toldAs: '',
  projectId,
})

/** A key date as its form shows it. */
export const typedKeyDate = (keyDate: Milestone): KeyDateTyped => ({
  what: keyDate.what,
  kind: keyDate.kind,
  onDay: keyDate.onDay,
  atTime: keyDate.atTime ?? '',
  place: keyDate.place ?? '',
  whose: keyDate.whose,
  toldAs: keyDate.toldAs ?? '',
  projectId: keyDate.projectId,
})

/** What was typed, as it is asked for; whom it is about stays as it was. */
export const keyDateDetails = (typed: KeyDateTyped, keyDate: Milestone | null): MilestoneDetails => ({
  what: typed.what,
  kind: typed.kind,
  onDay: typed.onDay,
  atTime: chosenOf(typed.atTime),
  place: lineOf(typed.place),
  whose: typed.whose,
  toldAs: lineOf(typed.toldAs),
  projectId: typed.projectId === null ? null : ProjectId.parse(typed.projectId),
  personId: keyDate?.personId ?? null,
})
