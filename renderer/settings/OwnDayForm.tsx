import { api } from '../../shared/api/index'
import type { Day } from '../../shared/lib/time'
import { useCommand } from '../api'
import { DayField, TextField, TimeField } from '../form/fields'
import { FormPanel } from '../form/FormPanel'
import { chosenOf } from '../form/typed'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { FieldRow } from '../ui/Field'
import { Segments } from '../ui/Segments'
import { useWords } from '../ui/use-words'

type OwnDayTyped = {
  readonly what: string
  readonly onDay: string
  readonly untilDay: string
  readonly kind: 'closed' | 'open'
  readonly opensAt: string
  readonly closesAt: string
}

/** Puts a day, or a stretch of days, into the calendar: closed, or open at other hours. */
export function OwnDayForm({ today, onClose }: { today: Day; onClose: () => void }) {
  const say = useWords()
  const status = useStatus()
  const adding = useCommand(api.calendar.addException)
  const start: OwnDayTyped = {
    what: '',
    onDay: today,
    untilDay: '',
    kind: 'closed',
    opensAt: '09:00',
    closesAt: '17:30',
  }
  const form = useForm({
    start,
    keepAs: 'settings.day',
    wrongFields: { E_EXCEPTION_RANGE: { field: 'untilDay', words: 'settings.days.range' } },
    fieldNames: { 'spans.0.opensAt': 'opensAt', 'spans.0.closesAt': 'closesAt' },
  })
  const isOpen = form.typed.kind === 'open'
  const save = async () => {
    const done = await form.submit(({ what, onDay, untilDay, kind, opensAt, closesAt }) =>
      adding.ask({
        what,
        onDay,
        untilDay: chosenOf(untilDay),
        spans: kind === 'closed' ? [] : [{ opensAt, closesAt: closesAt === '00:00' ? '24:00' : closesAt }],
      }),
    )
    if (done === null) return
    status.tell(say('settings.days.added', { n: done.value.length }), done.operationId)
    onClose()
  }
  return (
    <FormPanel
      title={say('settings.days.form')}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
      saveLabel={say('ui.add')}
    >
      <TextField
        label={say('settings.days.what')}
        placeholder={say('settings.days.what.placeholder')}
        autoFocus
        {...form.field('what')}
      />
      <FieldRow>
        <DayField label={say('settings.days.from')} {...form.field('onDay')} />
        <DayField
          label={say('settings.days.until')}
          hint={say('settings.days.until.hint')}
          isOptional
          {...form.field('untilDay')}
        />
      </FieldRow>
      <Segments
        label={say('settings.days.kind')}
        isLabelShown
        value={form.typed.kind}
        onChange={(kind) => form.set({ kind })}
        choices={[
          { value: 'closed', label: say('settings.days.closed') },
          { value: 'open', label: say('settings.days.open') },
        ]}
      />
      {isOpen && (
        <FieldRow>
          <TimeField label={say('settings.days.opensAt')} {...form.field('opensAt')} />
          <TimeField label={say('settings.days.closesAt')} {...form.field('closesAt')} />
        </FieldRow>
      )}
    </FormPanel>
  )
}
