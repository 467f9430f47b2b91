import { useEffect, useState } from 'react'
import { api } from '../../shared/api/index'
import type { LetterKind } from '../../shared/domain/letter'
import { useQuery } from '../api'
import { LetterPaper, LetterRuns } from '../letter/LetterPaper'
import { useRefusalWords } from '../refusal-words'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import styles from './settings.module.css'

type TemplateText = { readonly subject: string; readonly body: string }

/** A template filled in with an example while it is written; what cannot be read says so. */
export function TemplatePreview({ kind, typed }: { kind: LetterKind; typed: TemplateText }) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  const text = useSettled(typed)
  const { value, refusal } = useQuery(api.templates.preview, { kind, ...text }, { keep: true })
  return (
    <section className={styles.preview} aria-label={say('settings.letters.preview')}>
      <h2 className={styles.groupTitle}>{say('settings.letters.preview')}</h2>
      {refusal ? (
        <Notice tone="soon" code={refusal.code}>
          {sentenceOf(refusal)}
        </Notice>
      ) : (
        value && (
          <>
            <p className={styles.previewSubject}>
              <LetterRuns parts={value.subjectParts} />
            </p>
            <LetterPaper parts={value.parts} asked={nothingAsked} renderField={() => null} />
          </>
        )
      )}
    </section>
  )
}

const nothingAsked: readonly string[] = []

/** Typing rests this long before the text is shown anew, in ms. */
const restsFor = 250

function useSettled({ subject, body }: TemplateText): TemplateText {
  const [settled, setSettled] = useState({ subject, body })
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ subject, body }), restsFor)
    return () => clearTimeout(timer)
  }, [subject, body])
  return settled
}
