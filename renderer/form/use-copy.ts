import { useCallback, useEffect, useState } from 'react'
import { forgetTyped, keepTyped, recallTyped, type Copy } from './form-memory'

/** A form's own copy of a record: made once, kept by name while it is unsaved, never changed by an answer. */
export function useCopy<T extends object>(options: {
  readonly start: T
  readonly revision?: number
  readonly keepAs?: string | undefined
}) {
  const { keepAs } = options
  const [first, setFirst] = useState<Copy<T>>({ typed: options.start, revision: options.revision ?? 0 })
  const [recalled, setRecalled] = useState(() => recallTyped(keepAs, first))
  const [copy, setCopy] = useState(recalled ?? first)
  const forget = useCallback(() => forgetTyped(keepAs), [keepAs])
  useEffect(() => {
    if (copy !== first && copy !== recalled) keepTyped(keepAs, copy)
  }, [keepAs, copy, first, recalled])
  return {
    ...copy,
    isRecalled: recalled !== undefined,
    isChanged: JSON.stringify(copy.typed) !== JSON.stringify(first.typed),
    /** Begins anew from a record as it is by now: it was saved, or nothing was typed. */
    beginAnew: (typed: T, revision: number) => {
      const next = { typed, revision }
      forget()
      setRecalled(undefined)
      setFirst(next)
      setCopy(next)
    },
    change: (change: Partial<T>) => setCopy((last) => ({ ...last, typed: { ...last.typed, ...change } })),
    /** Takes note of a newer revision, whose values were shown beside what is typed. */
    seen: (revision: unknown) => {
      if (typeof revision === 'number') setCopy((last) => ({ ...last, revision }))
    },
    startOver: () => {
      forget()
      setRecalled(undefined)
      setCopy(first)
    },
    forget,
  }
}
