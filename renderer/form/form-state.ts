import type { RefObject } from 'react'
import type { Done, SaidRefusal } from '../api'
import type { Read } from '../ui/use-typed'
import type { FieldNames, Problems, WrongFields } from './form-problems'

export type FormOptions<T extends object> = {
  /** What the form begins with. It is copied once: an answer that comes later changes nothing that is typed. */
  readonly start: T
  /** How often the record had been changed when the form was opened; 0 for a new one. */
  readonly revision?: number
  /** Keeps what is typed under this name until it is saved or discarded, also when the form is closed. */
  readonly keepAs?: string | undefined
  /** Refusals that belong to one field but do not name it. */
  readonly wrongFields?: WrongFields
  readonly fieldNames?: FieldNames
}

/** One field of a form as its control needs it. */
export type FieldOf<V> = {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly error: string | undefined
}

type Names<T, V> = { [K in keyof T]: T[K] extends V ? K : never }[keyof T] & string

/** Asks with what is typed, and with the revision it was typed over. */
export type Send<T, R> = (typed: T, revision: number) => Promise<Done<R>>

export type FormState<T extends object> = {
  readonly typed: T
  readonly set: (change: Partial<T>) => void
  readonly field: <K extends keyof T & string>(name: K) => FieldOf<T[K]>
  /** A field whose control reads figures; while they cannot be read, `unreadable` is said and nothing is sent. */
  readonly figures: (
    name: Names<T, number | null>,
    unreadable: string,
  ) => Omit<FieldOf<number | null>, 'onChange'> & {
    readonly onChange: (read: Read<number>) => void
    readonly unreadable: string
  }
  /** Holds the form while what was typed at a path cannot be read; null lets it go. */
  readonly hold: (path: string, unreadable: string | null) => void
  /** What is wrong at a path such as 'people.0.name'. */
  readonly problem: (path: string) => string | undefined
  /** Says what is wrong before anything is asked. */
  readonly fail: (problems: Problems) => void
  /** A refusal that no field shown here can carry. */
  readonly refusal: SaidRefusal | null
  readonly isBusy: boolean
  /** What was typed earlier and neither saved nor discarded is shown again. */
  readonly isRecalled: boolean
  /** Something is typed that is not saved. */
  readonly isChanged: boolean
  /** The revision that is typed over. */
  readonly revision: number
  /** Begins anew from a record as it is by now: it was saved, or nothing was typed. */
  readonly beginAnew: (typed: T, revision: number) => void
  /** Asks. After a refusal (null) what was typed stays and the first wrong field takes the focus. */
  readonly submit: <R>(send: Send<T, R>) => Promise<Done<R> | null>
  /** Types this instead of what was typed. */
  readonly takeOver: (typed: T) => void
  /** Puts back what the form began with. */
  readonly startOver: () => void
  /** Forgets what was typed, when the form is closed on purpose. */
  readonly forget: () => void
  /** Stands around the fields. */
  readonly root: RefObject<HTMLDivElement | null>
}
