import { calledOf } from '../../shared/domain/person'
import { momentBrief } from '../../shared/words/format'
import { ChoiceField } from '../form/fields'
import { useLanguage, useWords } from '../ui/use-words'
import { useNow } from '../use-now'
import { answerable, nobody, personOf } from './log-typed'
import type { LogState } from './LogFields'

/** The person of the client it was with. */
export function PersonField({ log: { form, setting } }: { log: LogState }) {
  const say = useWords()
  if (setting.people.length === 0) return null
  return (
    <ChoiceField<string>
      label={say('log.person')}
      value={personOf(form.typed, setting)}
      onChange={(personId) => form.set({ personId, answers: '' })}
      error={form.problem('personId')}
      choices={[
        ...setting.people.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: nobody, label: say('log.person.none') },
      ]}
    />
  )
}

/** Whose question it answers, where several wait; with one, Kept knows. */
export function AnswersField({ log: { form, setting, page } }: { log: LogState }) {
  const say = useWords()
  const language = useLanguage()
  const now = useNow()
  const waits = answerable(form.typed, setting)
  if (waits.length < 2 || !page) return null
  const choices = waits.map((wait) => {
    const person = page.people.find(({ id }) => id === wait.personId)
    const subject = page.conversations.find(({ id }) => id === wait.conversationId)?.subject ?? null
    const label = say('log.answers.wait', {
      name: person ? calledOf(person) : page.client.name,
      when: momentBrief(wait.waitingSince, now, setting.zone, language),
      hasSubject: subject === null ? 'no' : 'yes',
      subject: subject ?? '',
    })
    return { value: String(wait.waitId), label }
  })
  return (
    <ChoiceField<string>
      label={say('log.answers')}
      value={form.typed.answers === '' ? (choices[0]?.value ?? nobody) : form.typed.answers}
      onChange={(answers) => form.set({ answers })}
      choices={[...choices, { value: nobody, label: say('log.answers.nobody') }]}
    />
  )
}
