import { useState, type ReactNode } from 'react'
import { api } from '../../shared/api/index'
import type { Missing } from '../../shared/api/recovery'
import { useCommand, type SaidRefusal } from '../api'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { Field, Form, FormButtons } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { RadioRows } from '../ui/RadioRows'
import { SectionHeader } from '../ui/SectionHeader'
import { Section } from '../ui/Sheet'
import { TextInput } from '../ui/TextInput'
import { useLanguage, useWords } from '../ui/use-words'
import { backupInWords } from './backup-words'
import styles from './recovery.module.css'

/** The three ways out of a missing store; what was refused is said beside the way that was tried. */
export function WaysOut({ missing, onDone }: { missing: Missing; onDone: () => void }) {
  return (
    <>
      <Restore backups={missing.backups} onDone={onDone} />
      <Choose onDone={onDone} />
      <StartEmpty onDone={onDone} />
    </>
  )
}

function Restore({ backups, onDone }: { backups: Missing['backups']; onDone: () => void }) {
  const say = useWords()
  const language = useLanguage()
  const restoring = useCommand(api.recovery.restore)
  const [file, setFile] = useState(backups[0]?.file ?? null)
  const choices = backups.map((backup) => ({ value: backup.file, ...backupInWords(backup, language) }))
  return (
    <Way title={say('recovery.restore.title')} id="restore" refusal={restoring.refusal}>
      {file === null ? (
        <p>{say('recovery.restore.none')}</p>
      ) : (
        <>
          <p>{say('recovery.restore.hint')}</p>
          <RadioRows
            label={say('recovery.restore.title')}
            isLabelHidden
            value={file}
            onChange={setFile}
            choices={choices}
          />
          <Button
            kind="filled"
            size={34}
            disabled={restoring.isBusy}
            onClick={() => void restoring.ask({ file }).then(onDone, ignore)}
          >
            {say('recovery.restore.do')}
          </Button>
        </>
      )}
    </Way>
  )
}

function Choose({ onDone }: { onDone: () => void }) {
  const say = useWords()
  const choosing = useCommand(api.recovery.choose)
  const [file, setFile] = useState('')
  return (
    <Way title={say('recovery.choose.title')} id="choose" refusal={choosing.refusal}>
      <p>{say('recovery.choose.hint')}</p>
      <Form
        onSubmit={() => {
          if (file.trim() !== '') void choosing.ask({ file: file.trim() }).then(onDone, ignore)
        }}
      >
        <Field label={say('recovery.choose.field')}>
          <TextInput value={file} onChange={setFile} autoComplete="off" spellCheck={false} />
        </Field>
        <FormButtons>
          <Button type="submit" kind="outlined" size={34} disabled={choosing.isBusy || file.trim() === ''}>
            {say('recovery.choose.do')}
          </Button>
        </FormButtons>
      </Form>
    </Way>
  )
}

function StartEmpty({ onDone }: { onDone: () => void }) {
  const say = useWords()
  const starting = useCommand(api.recovery.startEmpty)
  return (
    <Way title={say('recovery.empty.title')} id="empty" refusal={starting.refusal}>
      <p>{say('recovery.empty.hint')}</p>
      <Button
        kind="outlined"
        size={34}
        disabled={starting.isBusy}
        onClick={() => void starting.ask({}).then(onDone, ignore)}
      >
        {say('recovery.empty.do')}
      </Button>
    </Way>
  )
}

function Way({
  title,
  id,
  refusal,
  children,
}: {
  title: string
  id: string
  refusal: SaidRefusal | null
  children: ReactNode
}) {
  const sentenceOf = useRefusalWords()
  return (
    <Section labelledBy={id}>
      <SectionHeader id={id} title={title} />
      <div className={styles.way}>
        {children}
        {refusal && <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>}
      </div>
    </Section>
  )
}

/** What was refused stands in the command's own state and is shown beside it. */
const ignore = () => undefined
