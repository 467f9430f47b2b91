import type { LetterDraft } from '../../shared/api/letters'
import type { LetterPart } from '../../shared/domain/letter'
import styles from './move-panel.module.css'

/** The note the client will get, run together and without its signature; what is missing names itself. */
export function MoveLetter({ draft }: { draft: LetterDraft }) {
  const parts = withoutSignature(draft.parts)
  return (
    <p className={styles.letter}>
      {parts.map((part, place) =>
        part.kind === 'field' && part.text === '' ? (
          <mark key={place} className={styles.missing}>
            {labelOf(draft, part.name)}
          </mark>
        ) : (
          <span key={place}>{part.text}</span>
        ),
      )}
    </p>
  )
}

function withoutSignature(parts: readonly LetterPart[]): readonly LetterPart[] {
  const place = parts.findIndex((part) => part.kind === 'field' && part.name === 'signature')
  return place < 0 ? parts : parts.slice(0, place)
}

const labelOf = ({ missing }: LetterDraft, name: string): string =>
  missing.find((field) => field.name === name)?.label ?? name
