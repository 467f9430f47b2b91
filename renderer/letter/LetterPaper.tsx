import type { ReactNode } from 'react'
import type { LetterPart } from '../../shared/domain/letter'
import { classNames } from '../ui/class-names'
import { useAnyWords } from '../ui/use-words'
import { piecesOf, type LetterLine } from './letter-lines'
import styles from './letter.module.css'

/**
 * A letter as it will be read. What was filled in keeps a dashed underline; what is still empty names itself.
 * `renderField` gives the control of a field that fills a paragraph and is written in its place.
 */
export function LetterPaper({
  parts,
  asked,
  renderField,
}: {
  parts: readonly LetterPart[]
  asked: readonly string[]
  renderField: (name: string) => ReactNode
}) {
  return (
    <div className={styles.paper}>
      {piecesOf(parts, asked).map((piece, place) =>
        piece.kind === 'field' ? (
          <div key={`field-${piece.name}`} className={styles.paragraph}>
            {renderField(piece.name)}
          </div>
        ) : (
          <div key={`lines-${place}`}>
            {piece.lines.map((line, index) => (
              <Line key={index} line={line} />
            ))}
          </div>
        ),
      )}
    </div>
  )
}

function Line({ line: { look, parts } }: { line: LetterLine }) {
  if (look === 'blank') return <div className={styles.gap} />
  return (
    <p className={classNames(look === 'title' && styles.title, look === 'bullet' && styles.bullet)}>
      <LetterRuns parts={parts} />
    </p>
  )
}

/** What was filled in and what is still empty, in a line of text. */
export const LetterRuns = ({ parts }: { parts: readonly LetterPart[] }) =>
  parts.map((part, index) => <Run key={index} part={part} />)

function Run({ part }: { part: LetterPart }) {
  const words = useAnyWords()
  if (part.kind === 'text') return part.text
  if (part.text !== '') return <span className={styles.filled}>{part.text}</span>
  return <mark className={styles.missing}>{words(`letter.field.${part.name}`)}</mark>
}
