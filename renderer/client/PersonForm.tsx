import { api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import type { Person } from '../../shared/domain/person'
import { useCommand } from '../api'
import { FormPanel } from '../form/FormPanel'
import { useForm } from '../form/use-form'
import { useAct, useStatus } from '../status'
import { Button } from '../ui/Button'
import { useWords } from '../ui/use-words'
import { newPerson, personDetails, typedPerson } from './person-typed'
import { PersonFields } from './PersonFields'

/** Adds a person to a client, or changes one. */
export function PersonForm({
  clientId,
  person,
  onClose,
}: {
  clientId: ClientId
  person: Person | null
  onClose: () => void
}) {
  const say = useWords()
  const status = useStatus()
  const add = useCommand(api.people.add)
  const change = useCommand(api.people.change)
  const current = person ? typedPerson(person) : newPerson
  const form = useForm({
    start: current,
    revision: person?.revision ?? 0,
    keepAs: person ? `person.${person.id}` : `person.new.${clientId}`,
  })
  const save = async () => {
    const done = await form.submit((typed, revision) =>
      person
        ? change.ask({ id: person.id, revision, ...personDetails(typed) })
        : add.ask({ clientId, ...personDetails(typed) }),
    )
    if (!done) return
    const said = person ? 'person.said.changed' : 'person.said.added'
    status.tell(say(said, { name: done.value.name }), done.operationId)
    onClose()
  }
  const labels = {
    name: say('person.name'),
    addresses: say('person.email'),
    relation: say('person.relation'),
    decidesOn: say('person.decidesOn'),
    prefers: say('person.prefers'),
    note: say('person.note'),
    called: say('person.called'),
    birthday: say('person.birthday'),
  }
  return (
    <FormPanel
      level={2}
      title={person ? say('person.edit', { name: person.name }) : say('person.add')}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
      {...(person ? { shown: { current, labels } } : {})}
      actions={person && <Remove person={person} onClose={onClose} />}
    >
      <PersonFields typed={form.typed} onChange={form.set} problem={form.problem} takesFocus />
    </FormPanel>
  )
}

function Remove({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useWords()
  const act = useAct()
  const { ask } = useCommand(api.people.remove)
  const remove = async () => {
    const done = await act(ask({ id: person.id }), () => say('person.said.removed', { name: person.name }))
    if (done) onClose()
  }
  return <Button onClick={() => void remove()}>{say('person.remove')}</Button>
}
