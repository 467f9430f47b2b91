import { useCallback, useEffect, useRef } from 'react'

/**
 * Does something at once or, while the pointer is pressed, as soon as it was let go and its click has been heard:
 * what moves away under a press takes the click with it.
 */
export function useAfterPress(): (act: () => void) => void {
  const isPressed = useRef(false)
  const waiting = useRef<() => void>(undefined)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const press = () => {
      isPressed.current = true
    }
    const release = () => {
      isPressed.current = false
      timer = setTimeout(() => {
        waiting.current?.()
        waiting.current = undefined
      })
    }
    document.addEventListener('pointerdown', press, { capture: true })
    document.addEventListener('pointerup', release, { capture: true })
    document.addEventListener('pointercancel', release, { capture: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', press, { capture: true })
      document.removeEventListener('pointerup', release, { capture: true })
      document.removeEventListener('pointercancel', release, { capture: true })
    }
  }, [])
  return useCallback((act) => {
    if (isPressed.current) waiting.current = act
    else act()
  }, [])
}
