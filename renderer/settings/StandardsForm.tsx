import { api } from '../../shared/api/index'
import type { Standard, StandardDetails } from '../../shared/domain/standard'
import { workingLength } from '../../shared/words/format'
import type { Say } from '../../shared/words/say'
import { useCommand } from '../api'
import { ChoiceField, MoneyField, NumberField } from '../form/fields'
import type { FormState } from '../form/form-state'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { useLanguage, useWords } from '../ui/use-words'
import { SettingsForm } from './SettingsForm'
import { SettingsGroup } from './SettingsGroup'
import {
  detailsOf,
  lengthsWith,
  standardGroups,
  standardInWords,
  unitOf,
  type StandardName,
  type StandardUnit,
} from './standard-fields'
import { useFollow } from './use-follow'
import styles from './settings.module.css'

type StandardsFormProps = {
  readonly standard: Standard
  /** What the pack began with. */
  readonly usual: Standard
  readonly currency: string
}

/** Every standard with what is usual and why. Saving makes a new version, in force from now on. */
export function StandardsForm({ standard, usual, currency }: StandardsFormProps) {
  const say = useWords()
  const status = useStatus()
  const changing = useCommand(api.standards.change)
  const current = detailsOf(standard)
  const form = useForm({ start: current, revision: standard.id, keepAs: 'settings.standards' })
  useFollow(form, current, standard.id)
  const save = async () => {
    const done = await form.submit((typed) => changing.ask(typed))
    if (done === null) return
    form.beginAnew(detailsOf(done.value), done.value.id)
    status.tell(say('settings.standards.saved'), done.operationId)
  }
  return (
    <SettingsForm label={say('settings.standards.form')} form={form} onSave={() => void save()}>
      {standardGroups.map(({ title, names }) => (
        <SettingsGroup key={title} title={say(title)}>
          <div className={styles.standards}>
            {names.map((name) => (
              <StandardField key={name} name={name} form={form} usual={usual} currency={currency} />
            ))}
          </div>
        </SettingsGroup>
      ))}
    </SettingsForm>
  )
}

type StandardFieldProps = Omit<StandardsFormProps, 'standard'> & {
  readonly name: StandardName
  readonly form: FormState<StandardDetails>
}

function StandardField({ name, form, usual, currency }: StandardFieldProps) {
  const say = useWords()
  const language = useLanguage()
  const unit = unitOf[name]
  const words = { say, language, currency }
  const field = {
    label: shortName(name, unit, say),
    hint: say('settings.standards.usual', {
      usual: standardInWords(name, usual[name], words),
      why: say(`settings.standards.why.${name}`),
    }),
  }
  const wrong = say('settings.standards.wrong', { example: usual[name] })
  if (unit === 'length')
    return (
      <ChoiceField
        {...field}
        value={String(form.typed[name])}
        onChange={(minutes) => form.set({ [name]: Number(minutes) })}
        error={form.problem(name)}
        choices={lengthsWith(form.typed[name]).map((minutes) => ({
          value: String(minutes),
          label: say('settings.standards.within', { length: workingLength(minutes, language) }),
        }))}
      />
    )
  if (unit === 'money') return <MoneyField {...field} currency={currency} {...form.figures(name, wrong)} />
  return (
    <NumberField {...field} unit={unitWords(unit, form.typed[name], say)} {...form.figures(name, wrong)} />
  )
}

/** Under its group's title a standard needs its own name only. */
function shortName(name: StandardName, unit: StandardUnit, say: Say): string {
  if (unit === 'length') return say('settings.standards.ack')
  return unit === 'answer' ? say('settings.standards.answer') : say(`settings.standards.name.${name}`)
}

function unitWords(unit: StandardUnit, n: number, say: Say): string {
  if (unit === 'answer') return say('settings.standards.workingDays', { n })
  return unit === 'every' ? say('settings.standards.days', { n }) : say('settings.standards.aDay')
}
