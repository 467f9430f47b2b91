import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import type { ClientPromise } from '../../shared/domain/promise'
import { dayShort } from '../../shared/words/format'
import { mainProject } from '../client/main-project'
import { useCommand } from '../api'
import { DayField, TextField } from '../form/fields'
import { FormPanel } from '../form/FormPanel'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { useLanguage, useWords } from '../ui/use-words'
import { useDay } from '../use-day'
import { DueFields, meantDay } from './DueFields'
import { addInput, changeInput, newPromise, typedPromise } from './promise-typed'
import { PromiseWords } from './PromiseWords'
import { useDays } from './use-days'

/** Adds a promise to a client, or changes its words and the own day; the told day moves by a letter only. */
export function PromiseForm({
  page,
  promise,
  onClose,
}: {
  page: ClientPage
  promise: ClientPromise | null
  onClose: () => void
}) {
  const say = useWords()
  const language = useLanguage()
  const status = useStatus()
  const today = useDay()
  const choice = useDays(today)
  const add = useCommand(api.promises.add)
  const change = useCommand(api.promises.change)
  const clientId = page.client.id
  const current = promise ? typedPromise(promise) : newPromise
  const form = useForm({
    start: current,
    revision: promise?.revision ?? 0,
    keepAs: promise ? `promise.${promise.id}` : `promise.new.${clientId}`,
    wrongFields: {
      E_PROMISE_IN_PAST: { field: 'due', words: 'promiseForm.past' },
      E_OWN_DAY_LATE: { field: 'ownOn', words: 'promiseForm.ownLate' },
    },
    fieldNames: { dueOn: 'due', dueTime: 'dueTime' },
  })
  const { due } = form.typed
  const projectId = mainProject(page.projects, today)?.id ?? null
  const save = async () => {
    const dueOn = meantDay(due, choice)
    const done = await form.submit((typed, revision) =>
      promise
        ? change.ask(changeInput(typed, promise, revision))
        : add.ask(addInput(typed, { clientId, projectId, dueOn })),
    )
    if (!done) return
    const { what } = done.value
    const said = promise
      ? say('promiseList.said.changed', { what })
      : say('promiseList.said.added', { what, day: dayShort(done.value.dueOn, language) })
    status.tell(said, done.operationId)
    onClose()
  }
  return (
    <FormPanel
      title={say(promise ? 'promiseForm.edit' : 'promiseForm.add')}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
      {...(promise ? { shown: { current, labels: labelsOf(say) } } : { saveLabel: say('promiseForm.save') })}
    >
      <TextField
        label={say('promiseForm.what')}
        placeholder={say('promiseForm.what.placeholder')}
        autoFocus
        {...form.field('what')}
      />
      {!promise && (
        <DueFields
          label={say('promiseForm.dueOn')}
          typed={due}
          onChange={(changed) => form.set({ due: { ...due, ...changed } })}
          choice={choice}
          dayError={form.problem('due')}
          timeError={form.problem('dueTime')}
        />
      )}
      <DayField
        label={say('promiseForm.ownOn')}
        hint={say(promise ? 'promiseForm.moveHint' : 'promiseForm.ownOn.hint')}
        isOptional={!promise}
        {...form.field('ownOn')}
      />
      <PromiseWords form={form} people={page.people} isNew={promise === null} />
    </FormPanel>
  )
}

const labelsOf = (say: ReturnType<typeof useWords>) => ({
  what: say('promiseForm.what'),
  asNoun: say('promiseForm.asNoun'),
  doneAs: say('promiseForm.doneAs'),
  note: say('promiseForm.note'),
  ownOn: say('promiseForm.ownOn'),
})
