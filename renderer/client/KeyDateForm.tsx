import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import { MilestoneKind, type Milestone } from '../../shared/domain/milestone'
import { useCommand } from '../api'
import { ChoiceField, DayField, TextField, TimeField } from '../form/fields'
import { FormPanel } from '../form/FormPanel'
import { useForm } from '../form/use-form'
import { useAct, useStatus } from '../status'
import { Button } from '../ui/Button'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import { useDay } from '../use-day'
import { keyDateDetails, newKeyDate, typedKeyDate } from './key-date-typed'
import { mainProject } from './main-project'

/** Adds a key date to a client, or changes one, ticks it as done, removes it. */
export function KeyDateForm({
  page,
  keyDate,
  onClose,
}: {
  page: ClientPage
  keyDate: Milestone | null
  onClose: () => void
}) {
  const say = useWords()
  const status = useStatus()
  const today = useDay()
  const add = useCommand(api.milestones.add)
  const change = useCommand(api.milestones.change)
  const clientId = page.client.id
  const current = keyDate ? typedKeyDate(keyDate) : newKeyDate(mainProject(page.projects, today)?.id ?? null)
  const form = useForm({
    start: current,
    revision: keyDate?.revision ?? 0,
    keepAs: keyDate ? `key-date.${keyDate.id}` : `key-date.new.${clientId}`,
  })
  const save = async () => {
    const done = await form.submit((typed, revision) =>
      keyDate
        ? change.ask({ id: keyDate.id, revision, ...keyDateDetails(typed, keyDate) })
        : add.ask({ clientId, ...keyDateDetails(typed, null) }),
    )
    if (!done) return
    const said = keyDate ? 'keyDate.said.changed' : 'keyDate.said.added'
    status.tell(say(said, { what: done.value.what }), done.operationId)
    onClose()
  }
  const labels = {
    what: say('keyDate.what'),
    onDay: say('keyDate.onDay'),
    atTime: say('keyDate.atTime'),
    place: say('keyDate.place'),
    toldAs: say('keyDate.toldAs'),
  }
  return (
    <FormPanel
      title={say(keyDate ? 'keyDate.edit' : 'keyDate.add')}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
      {...(keyDate ? { shown: { current, labels } } : { saveLabel: say('ui.add') })}
      actions={keyDate && <Acts keyDate={keyDate} onClose={onClose} />}
    >
      <TextField
        label={labels.what}
        placeholder={say('keyDate.what.placeholder')}
        autoFocus
        {...form.field('what')}
      />
      <FieldRow>
        <DayField label={labels.onDay} {...form.field('onDay')} />
        <TimeField label={labels.atTime} isOptional {...form.field('atTime')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField<MilestoneKind>
          label={say('keyDate.kind')}
          {...form.field('kind')}
          choices={MilestoneKind.options.map((value) => ({ value, label: say(`keyDate.kind.${value}`) }))}
        />
        <ChoiceField<'own' | 'client'>
          label={say('keyDate.whose')}
          {...form.field('whose')}
          choices={[
            { value: 'own', label: say('keyDate.whose.own') },
            { value: 'client', label: say('keyDate.whose.client') },
          ]}
        />
      </FieldRow>
      <TextField label={labels.place} isOptional {...form.field('place')} />
      <TextField
        label={labels.toldAs}
        placeholder={say('keyDate.toldAs.placeholder')}
        isOptional
        {...form.field('toldAs')}
      />
    </FormPanel>
  )
}

function Acts({ keyDate, onClose }: { keyDate: Milestone; onClose: () => void }) {
  const say = useWords()
  const act = useAct()
  const done = useCommand(api.milestones.done)
  const remove = useCommand(api.milestones.remove)
  const { id, what } = keyDate
  const isDone = keyDate.doneAt === null
  const tick = async () => {
    const said = isDone ? 'keyDate.said.done' : 'keyDate.said.notDone'
    if (await act(done.ask({ id, isDone }), () => say(said, { what }))) onClose()
  }
  const takeOut = async () => {
    if (await act(remove.ask({ id }), () => say('keyDate.said.removed', { what }))) onClose()
  }
  return (
    <>
      <Button onClick={() => void tick()}>{say(isDone ? 'keyDate.done' : 'keyDate.notDone')}</Button>
      <Button onClick={() => void takeOut()}>{say('keyDate.remove')}</Button>
    </>
  )
}
