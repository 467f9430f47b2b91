import { monthShort } from '../../shared/words/format'
import { ChoiceField, DayField, NumberField, TextField } from '../form/fields'
import type { FormPart } from '../form/part-of'
import { Checkbox } from '../ui/Checkbox'
import { FieldRow } from '../ui/Field'
import { Segments } from '../ui/Segments'
import { useLanguage, useWords } from '../ui/use-words'
import type { ProjectTyped, WhenKnown } from './project-typed'
import styles from './fields.module.css'

/** What the fields of a project need of the form they stand in. */
export type ProjectForm = FormPart<ProjectTyped>

/** The fields of a project: what it is, when and where, for how many. */
export function ProjectFields({ form, takesFocus = false }: { form: ProjectForm; takesFocus?: boolean }) {
  const say = useWords()
  return (
    <>
      <TextField
        label={say('project.kind')}
        placeholder={say('project.kind.placeholder')}
        autoFocus={takesFocus}
        {...form.field('kind')}
      />
      <WhenFields form={form} />
      <FieldRow>
        <TextField label={say('project.venue')} {...form.field('venue')} />
        <TextField label={say('project.place')} {...form.field('place')} />
      </FieldRow>
      <FieldRow>
        <NumberField
          label={say('project.guests')}
          {...form.figures('guests', say('project.guests.invalid'))}
        />
        <div className={styles.besideField}>
          <Checkbox
            label={say('project.guestsAbout')}
            isChecked={form.typed.isGuestsAbout}
            onChange={(isGuestsAbout) => form.set({ isGuestsAbout })}
          />
        </div>
      </FieldRow>
    </>
  )
}

/** The day of the event, or the month where only that is known. */
function WhenFields({ form }: { form: ProjectForm }) {
  const say = useWords()
  const language = useLanguage()
  const { when } = form.typed
  return (
    <>
      <Segments<WhenKnown>
        label={say('project.when')}
        isLabelShown
        value={when}
        onChange={(chosen) => form.set({ when: chosen })}
        choices={[
          { value: 'day', label: say('project.when.day') },
          { value: 'month', label: say('project.when.month') },
          { value: 'unknown', label: say('project.when.unknown') },
        ]}
      />
      {when === 'day' && <DayField label={say('project.eventOn')} {...form.field('eventOn')} />}
      {when === 'month' && (
        <FieldRow>
          <ChoiceField
            label={say('project.month')}
            value={form.typed.month}
            onChange={(month) => form.set({ month })}
            choices={months.map((month) => ({
              value: month,
              label: monthShort(`2026-${month}`, language),
            }))}
            error={form.problem('eventMonth')}
          />
          <NumberField label={say('project.year')} {...form.figures('year', say('project.guests.invalid'))} />
        </FieldRow>
      )}
    </>
  )
}

const months = Array.from({ length: 12 }, (_, place) => String(place + 1).padStart(2, '0'))
