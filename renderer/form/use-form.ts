import { useState, type RefObject } from 'react'
import { SaidRefusal, type Done } from '../api'
import { useAnyWords } from '../ui/use-words'
import type { Read } from '../ui/use-typed'
import {
  nothingWrong,
  problemsOf,
  without,
  type FieldNames,
  type Problems,
  type WrongFields,
} from './form-problems'
import { useCopy } from './use-copy'
import { useFocusOnWrong } from './use-focus-on-wrong'

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
  ) => Omit<FieldOf<number | null>, 'onChange'> & { readonly onChange: (read: Read<number>) => void }
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

/** A form: its own copy of a record, what is wrong with it, and the way to send it. */
export function useForm<T extends object>(options: FormOptions<T>): FormState<T> {
  const copy = useCopy(options)
  const { typed } = copy
  const words = useAnyWords()
  const [unread, setUnread] = useState(nothingWrong)
  const [problems, setProblems] = useState(nothingWrong)
  const [refusal, setRefusal] = useState<SaidRefusal | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const wrong = useFocusOnWrong()

  const set = (change: Partial<T>) => {
    copy.change(change)
    setProblems((last) => without(last, Object.keys(change)))
  }
  const hold = (path: string, unreadable: string | null) =>
    setUnread(({ [path]: _, ...others }) =>
      unreadable === null ? others : { ...others, [path]: unreadable },
    )
  const fail = (found: Problems) => {
    setProblems(found)
    wrong.look()
  }
  const refuse = (error: unknown): null => {
    if (!(error instanceof SaidRefusal)) throw error
    setRefusal(error)
    copy.seen(error.values['revision'])
    fail(problemsOf(error, options, words))
    return null
  }
  const clear = () => {
    setUnread(nothingWrong)
    setProblems(nothingWrong)
    setRefusal(null)
  }
  const ask = async <R>(send: Send<T, R>): Promise<Done<R> | null> => {
    setIsBusy(true)
    setRefusal(null)
    try {
      const done = await send(typed, copy.revision)
      copy.forget()
      return done
    } catch (error) {
      return refuse(error)
    } finally {
      setIsBusy(false)
    }
  }
  return {
    ...copy,
    set,
    field: (name) => ({
      value: typed[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<T>),
      error: problems[name],
    }),
    figures: (name, unreadable) => ({
      value: typed[name] as number | null,
      onChange: (read) => {
        hold(name, read.isValid ? null : unreadable)
        if (read.isValid) set({ [name]: read.value } as unknown as Partial<T>)
      },
      error: problems[name],
    }),
    hold,
    problem: (path) => problems[path],
    fail,
    refusal: wrong.isShown && Object.keys(problems).length > 0 ? null : refusal,
    isBusy,
    submit: async (send) => {
      if (isBusy) return null
      if (Object.keys(unread).length === 0) return ask(send)
      fail(unread)
      return null
    },
    takeOver: (other) => {
      set(other)
      clear()
    },
    startOver: () => {
      copy.startOver()
      clear()
    },
    root: wrong.root,
  }
}
