import type { LetterDraft } from '../../shared/api/letters'
import { joinNames, timeAt } from '../../shared/words/format'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import type { DraftState } from './use-draft'
import styles from './letter.module.css'

/** What holds the letter, or whether it is saved. */
export function SavedNote({ state }: { state: DraftState }) {
  const say = useWords()
  const language = useLanguage()
  const zone = useZone()
  const { draft, typed, isSaved, refusal } = state
  const labels = missingLabels(draft)
  if (labels.length > 0 && typed.body === null)
    return (
      <span className={styles.holds}>
        {say('letterPanel.missing', { n: labels.length, names: joinNames(labels, language) })}
      </span>
    )
  if (refusal !== null) return null
  const saved = isSaved
    ? say('letterPanel.saved', { time: timeAt(draft.letter.savedAt, zone) })
    : say('letterPanel.saving')
  const hasFilled = typed.body === null && draft.parts.some((part) => part.kind === 'field')
  return (
    <span className={styles.note}>
      {saved} {hasFilled && say('letterPanel.dashed')}
    </span>
  )
}

const missingLabels = ({ missing }: LetterDraft): readonly string[] => [
  ...new Set(missing.map(({ label }) => label)),
]
