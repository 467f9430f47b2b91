import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import type { Extra } from '../../shared/domain/extra'
import { mainProject } from '../client/main-project'
import { useCommand } from '../api'
import { ChoiceField, DayField, MoneyField, NumberField, TextField } from '../form/fields'
import { FormPanel } from '../form/FormPanel'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import { useDay } from '../use-day'
import { extraDetails, newExtra, typedExtra, type ExtraTyped } from './extra-typed'

/** Adds a little extra for a client (an idea, a plan, or one already given), or changes one. */
export function ExtraForm({
  page,
  extra,
  onClose,
}: {
  page: ClientPage
  extra: Extra | null
  onClose: () => void
}) {
  const say = useWords()
  const status = useStatus()
  const today = useDay()
  const add = useCommand(api.extras.add)
  const change = useCommand(api.extras.change)
  const clientId = page.client.id
  const current = extra ? typedExtra(extra, today) : newExtra(today)
  const form = useForm({
    start: current,
    revision: extra?.revision ?? 0,
    keepAs: extra ? `extra.${extra.id}` : `extra.new.${clientId}`,
  })
  const projectId = mainProject(page.projects, today)?.id ?? null
  const save = async () => {
    const done = await form.submit((typed, revision) =>
      extra
        ? change.ask({ id: extra.id, revision, ...extraDetails(typed) })
        : add.ask({
            clientId,
            projectId,
            ...extraDetails(typed),
            state: typed.state,
            givenOn: givenOn(typed),
          }),
    )
    if (!done) return
    const said = extra ? 'extraList.said.changed' : 'extraList.said.added'
    status.tell(say(said, { what: done.value.what }), done.operationId)
    onClose()
  }
  const labels = {
    what: say('extraForm.what'),
    because: say('extraForm.because'),
    occasion: say('extraForm.occasion'),
    occasionOn: say('extraForm.occasionOn'),
    minutes: say('extraForm.minutes'),
  }
  return (
    <FormPanel
      title={say(extra ? 'extraForm.edit' : 'extraForm.add')}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
      {...(extra ? { shown: { current, labels } } : { saveLabel: say('extraForm.save') })}
    >
      <TextField
        label={labels.what}
        placeholder={say('extraForm.what.placeholder')}
        autoFocus
        {...form.field('what')}
      />
      <TextField
        label={labels.because}
        placeholder={say('extraForm.because.placeholder')}
        isOptional
        {...form.field('because')}
      />
      <FieldRow>
        <TextField
          label={labels.occasion}
          placeholder={say('extraForm.occasion.placeholder')}
          isOptional
          {...form.field('occasion')}
        />
        <DayField label={labels.occasionOn} isOptional {...form.field('occasionOn')} />
      </FieldRow>
      <FieldRow>
        <MoneyField
          label={say('extraForm.cost')}
          currency={page.currency}
          isOptional
          {...form.figures('costMinor', say('extraForm.cost.invalid'))}
        />
        <NumberField
          label={labels.minutes}
          unit={say('extraForm.minutes.unit')}
          isOptional
          {...form.figures('minutes', say('extraForm.minutes.invalid'))}
        />
      </FieldRow>
      {!extra && (
        <FieldRow>
          <ChoiceField<ExtraTyped['state']>
            label={say('extraForm.state')}
            {...form.field('state')}
            choices={[
              { value: 'idea', label: say('extraForm.state.idea') },
              { value: 'planned', label: say('extraForm.state.planned') },
              { value: 'given', label: say('extraForm.state.given') },
            ]}
          />
          {form.typed.state === 'given' && (
            <DayField label={say('extraForm.givenOn')} {...form.field('givenOn')} />
          )}
        </FieldRow>
      )}
    </FormPanel>
  )
}

const givenOn = ({ state, givenOn: on }: ExtraTyped): string | null => (state === 'given' ? on : null)
