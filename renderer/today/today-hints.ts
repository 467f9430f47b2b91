import { useMemo } from 'react'
import type { KeyHint } from '../ui/KeyStrip'
import { useWords } from '../ui/use-words'

/** The keys of Today as its foot shows them. */
export function useTodayHints(): readonly KeyHint[] {
  const say = useWords()
  return useMemo(
    () => [
      { keys: ['↑', '↓'], label: say('today.keys.move') },
      { keys: ['A'], label: say('today.waiting.acknowledge') },
      { keys: ['R'], label: say('today.waiting.reply') },
      { keys: ['K'], label: say('today.keys.kept') },
      { keys: ['M'], label: say('today.keys.moveDate') },
      { keys: ['S'], label: say('snooze.key') },
    ],
    [say],
  )
}
