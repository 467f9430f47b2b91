import { useCallback } from 'react'
import { sayRefusal } from '../shared/words/say'
import type { SaidRefusal } from './api'
import { useLanguage } from './ui/use-words'

/** Says a refusal as the host said it; one that never reached the host is said from the words. */
export function useRefusalWords(): (refusal: SaidRefusal) => string {
  const language = useLanguage()
  return useCallback(
    (refusal) =>
      refusal.message === '' ? sayRefusal(refusal.code, refusal.values, language) : refusal.message,
    [language],
  )
}
