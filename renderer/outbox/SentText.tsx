import { api } from '../../shared/api/index'
import type { LetterId } from '../../shared/domain/ids'
import { useQuery } from '../api'
import { LetterPaper } from '../letter/LetterPaper'
import { useRefusalWords } from '../refusal-words'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import styles from './outbox.module.css'

/** A letter as it leaves or left. */
export function SentText({ id }: { id: LetterId }) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  const { value, refusal } = useQuery(api.letters.show, { id })
  if (refusal) return <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>
  if (!value) return <Loading rows={2} />
  return (
    <div className={styles.sent}>
      <p className={styles.subject}>{say('outbox.letter.subject', { subject: value.subject })}</p>
      <LetterPaper parts={value.parts} asked={nothingAsked} renderField={() => null} />
    </div>
  )
}

const nothingAsked: readonly string[] = []
