import { useState } from 'react'
import { SaidRefusal, type Done } from '../api'
import { useAnyWords } from '../ui/use-words'
import { nothingWrong, problemsOf, without, type Problems } from './form-problems'
import type { FormOptions, FormState, Send } from './form-state'
import { useCopy } from './use-copy'
import { useFocusOnWrong } from './use-focus-on-wrong'

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
      unreadable,
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
