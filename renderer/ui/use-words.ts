import { createContext, useContext, useMemo } from 'react'
import { sayAny, type Language, type Say, type WordValues } from '../../shared/words/say'

/** The language the screen is said in; English until a provider says otherwise. */
export const LanguageContext = createContext<Language>('en')

/** The language of the screen, for the functions of shared/words/format. */
export const useLanguage = (): Language => useContext(LanguageContext)

/** `say` in the language of the screen: `const say = useWords()`, then `say('ui.undo')`. */
export function useWords(): Say {
  const language = useLanguage()
  return useMemo<Say>(
    () =>
      (key, ...[values]) =>
        sayAny(key, values, language),
    [language],
  )
}

/** `sayAny` in the language of the screen: for keys that come as data. */
export function useAnyWords(): (key: string, values?: WordValues) => string {
  const language = useLanguage()
  return useMemo(() => (key, values) => sayAny(key, values, language), [language])
}
