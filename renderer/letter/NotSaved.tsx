import type { LetterDraft } from '../../shared/api/letters'
import { joinNames } from '../../shared/words/format'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useLanguage, useWords } from '../ui/use-words'
import type { DraftState } from './use-draft'
import styles from './letter.module.css'

/** Why a letter is not saved, and what can be done about it. Nothing of what was typed is lost before that. */
export function NotSaved({ state }: { state: DraftState }) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  if (state.theirs !== null) return <Both state={state} theirs={state.theirs} />
  const { refusal } = state
  if (refusal === null) return null
  return (
    <Notice
      tone="soon"
      code={refusal.code}
      actions={
        <Button kind="outlined" onClick={() => void state.settle()}>
          {say('ui.tryAgain')}
        </Button>
      }
    >
      {say('letterPanel.notSaved')} {sentenceOf(refusal)}
    </Notice>
  )
}

/** Another window saved this letter: what it says now, beside what is typed here. */
function Both({ state, theirs }: { state: DraftState; theirs: LetterDraft }) {
  const say = useWords()
  const language = useLanguage()
  const names = joinNames(
    theirs.letter.recipients.map(({ name }) => name),
    language,
  )
  return (
    <Notice
      tone="soon"
      code="E_CHANGED_MEANWHILE"
      actions={
        <>
          <Button kind="outlined" onClick={state.keepMine}>
            {say('letterPanel.conflict.mine')}
          </Button>
          <Button onClick={() => state.takeOver(theirs)}>{say('letterPanel.conflict.theirs')}</Button>
        </>
      }
    >
      {say('letterPanel.conflict')}
      <span className={styles.theirs}>
        {names !== '' && <span>{say('letterPanel.conflict.to', { names })}</span>}
        <span>{theirs.subject}</span>
        <span className={styles.theirText}>{theirs.text}</span>
      </span>
    </Notice>
  )
}
