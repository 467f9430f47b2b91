import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import type { Client, ClientDetails, Stage } from '../../shared/domain/client'
import { ClientId } from '../../shared/domain/ids'
import { useCommand } from '../api'
import { ClientPicker, type PickedClient } from '../clients/ClientPicker'
import { ChoiceField, TextField } from '../form/fields'
import { FormPanel } from '../form/FormPanel'
import { lineOf } from '../form/typed'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'

type ClientTyped = {
  readonly name: string
  readonly shortName: string
  readonly stage: Stage
  readonly sentBy: PickedClient | null
}

/** Changes what a client is called, their stage, and who sent them. */
export function ClientForm({ page, onClose }: { page: ClientPage; onClose: () => void }) {
  const say = useWords()
  const status = useStatus()
  const { client } = page
  const { ask } = useCommand(api.clients.change)
  const current = typedClient(page)
  const form = useForm({
    start: current,
    revision: client.revision,
    keepAs: `client.${client.id}`,
    wrongFields: { E_SENT_BY_SELF: { field: 'sentBy', words: 'clientForm.sentBySelf' } },
    fieldNames: { sentByClientId: 'sentBy' },
  })
  const save = async () => {
    const done = await form.submit((typed, revision) =>
      ask({ ...detailsOf(typed, client), id: client.id, revision }),
    )
    if (!done) return
    status.tell(say('client.said.changed', { name: done.value.name }), done.operationId)
    onClose()
  }
  const labels = {
    name: say('clientForm.name'),
    shortName: say('clientForm.shortName'),
    stage: say('clientForm.stage'),
  }
  return (
    <FormPanel
      level={2}
      title={say('client.edit.title')}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
      shown={{ current, labels }}
    >
      <FieldRow>
        <TextField label={labels.name} autoFocus {...form.field('name')} />
        <TextField label={labels.shortName} isOptional {...form.field('shortName')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label={labels.stage}
          {...form.field('stage')}
          choices={[
            { value: 'lead', label: say('clientForm.stage.lead') },
            { value: 'current', label: say('clientForm.stage.current') },
            { value: 'past', label: say('clientForm.stage.past') },
          ]}
        />
        <ClientPicker
          label={say('clientForm.sentBy')}
          isOptional
          value={form.typed.sentBy}
          onChange={(sentBy) => form.set({ sentBy })}
          error={form.problem('sentBy')}
        />
      </FieldRow>
    </FormPanel>
  )
}

const typedClient = ({ client, sentBy }: ClientPage): ClientTyped => ({
  name: client.name,
  shortName: client.shortName ?? '',
  stage: client.stage,
  sentBy,
})

const detailsOf = (typed: ClientTyped, { language, zone }: Client): ClientDetails => ({
  name: typed.name,
  shortName: lineOf(typed.shortName),
  stage: typed.stage,
  sentByClientId: typed.sentBy && ClientId.parse(typed.sentBy.id),
  language,
  zone,
})
