import { useLayoutEffect, useRef, useState } from 'react'

/**
 * Puts the focus into the first wrong field, in reading order, each time `look` is called; `isShown` says
 * whether there was one.
 */
export function useFocusOnWrong() {
  const root = useRef<HTMLDivElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [isShown, setIsShown] = useState(true)
  useLayoutEffect(() => {
    if (attempt === 0) return
    const wrong = root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    setIsShown(wrong !== null && wrong !== undefined)
    wrong?.focus()
  }, [attempt])
  return { root, isShown, look: () => setAttempt((last) => last + 1) }
}
