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
export function SettingsPage<T>({
  asked,
  children,
  isSaved = true,
}: {
  asked: Asked<T>
  children: (value: T) => ReactNode
  /** False where every choice holds at once. */
  isSaved?: boolean
}) {
  const say = useWords()
  const undo = { keys: ['Z'], label: say('settings.keys.undo') }
  const hints = isSaved ? [{ keys: ['↵'], label: say('settings.keys.save') }, undo] : [undo]
  if (asked.value !== undefined) return <Sheet foot={<Foot hints={hints} />}>{children(asked.value)}</Sheet>
  if (asked.refusal) return <FailedSheet refusal={asked.refusal} onTryAgain={asked.again} />
  return <LoadingSheet />
}
