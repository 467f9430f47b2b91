import { useEffect } from 'react'
import { useWords } from './ui/use-words'

/** Names the window after the screen it shows: 'Today · Kept'. */
export function useTitle(screen: string): void {
  const say = useWords()
  useEffect(() => {
    document.title = say('shell.title', { screen })
  }, [say, screen])
}
