import type { ReactNode } from 'react'
import type { SaidRefusal } from '../api'
import { FailedSheet } from '../shell/FailedSheet'
import { Foot } from '../shell/Foot'
import { LoadingSheet } from '../shell/LoadingSheet'
import { Sheet } from '../ui/Sheet'
import { useWords } from '../ui/use-words'

/** What a part of Settings has asked for. */
type Asked<T> = {
  readonly value: T | undefined
  readonly refusal: SaidRefusal | null
  readonly again: () => void
}

/** A part of Settings once its answer is there; until then, or where it failed, the sheet says so. */
export function SettingsPage<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ReactNode }) {
  const say = useWords()
  const hints = [
    { keys: ['↵'], label: say('settings.keys.save') },
    { keys: ['Z'], label: say('settings.keys.undo') },
  ]
  if (asked.value !== undefined) return <Sheet foot={<Foot hints={hints} />}>{children(asked.value)}</Sheet>
  if (asked.refusal) return <FailedSheet refusal={asked.refusal} onTryAgain={asked.again} />
  return <LoadingSheet />
}
