import { api } from '../../shared/api/index'
import { useCommand } from '../api'
import { ProjectFields } from '../client/ProjectFields'
import { ChoiceField, AreaField, TextField } from '../form/fields'
import { FormPanel } from '../form/FormPanel'
import { partOf } from '../form/part-of'
import type { FormState } from '../form/form-state'
import { useForm } from '../form/use-form'
import { goTo } from '../route'
import { useStatus } from '../status'
import { Checkbox } from '../ui/Checkbox'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import { useDay } from '../use-day'
import { clientInput, newClient, type AddClientTyped } from './add-client-typed'
import { AddPeople } from './AddPeople'
import { ClientPicker } from './ClientPicker'
import styles from './clients.module.css'

/** Puts in a client, with their people and a first project, in one go; then their page opens. Nobody can have sent the first. */
export function AddClientForm({ isFirst = false, onClose }: { isFirst?: boolean; onClose: () => void }) {
  const say = useWords()
  const status = useStatus()
  const year = Number(useDay().slice(0, 4))
  const { ask } = useCommand(api.clients.add)
  const form = useForm({ start: newClient(say('project.kind.placeholder'), year), keepAs: 'client.new' })
  const save = async () => {
    const done = await form.submit((typed) => ask(clientInput(typed)))
    if (!done) return
    status.tell(say('clients.said.added', { name: form.typed.name.trim() }), done.operationId)
    onClose()
    goTo({ screen: 'client', clientId: done.value.id })
  }
  return (
    <div className={styles.added}>
      <FormPanel
        level={2}
        title={say('clientForm.add')}
        form={form}
        onSave={() => void save()}
        onClose={onClose}
        saveLabel={say('clientForm.save')}
      >
        <TextField
          label={say('clientForm.name')}
          hint={say('clientForm.name.hint')}
          autoFocus
          {...form.field('name')}
        />
        <Standing form={form} isFirst={isFirst} />
        <AddPeople form={form} />
        <FirstProject form={form} />
        <AreaField label={say('clientForm.note')} rows={2} isOptional {...form.field('note')} />
      </FormPanel>
    </div>
  )
}

/** Their stage, who sent them, and a shorter name for narrow rows. */
function Standing({ form, isFirst }: { form: FormState<AddClientTyped>; isFirst: boolean }) {
  const say = useWords()
  return (
    <>
      <FieldRow>
        <ChoiceField
          label={say('clientForm.stage')}
          {...form.field('stage')}
          choices={[
            { value: 'lead', label: say('clientForm.stage.lead') },
            { value: 'current', label: say('clientForm.stage.current') },
            { value: 'past', label: say('clientForm.stage.past') },
          ]}
        />
        <TextField
          label={say('clientForm.shortName')}
          hint={say('clientForm.shortName.hint')}
          isOptional
          {...form.field('shortName')}
        />
      </FieldRow>
      {!isFirst && (
        <ClientPicker
          label={say('clientForm.sentBy')}
          isOptional
          value={form.typed.sentBy}
          onChange={(sentBy) => form.set({ sentBy })}
          error={form.problem('sentByClientId')}
        />
      )}
    </>
  )
}

function FirstProject({ form }: { form: FormState<AddClientTyped> }) {
  const say = useWords()
  const { hasProject, project } = form.typed
  return (
    <>
      <Checkbox
        label={say('clientForm.hasProject')}
        isChecked={hasProject}
        onChange={(isChecked) => form.set({ hasProject: isChecked })}
      />
      {hasProject && <ProjectFields form={partOf(form, 'project', project)} />}
    </>
  )
}
