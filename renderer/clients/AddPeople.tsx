import { newPerson, type PersonTyped } from '../client/person-typed'
import { PersonFields } from '../client/PersonFields'
import type { FormState } from '../form/form-state'
import { Button } from '../ui/Button'
import { useWords } from '../ui/use-words'
import { placeOfPerson, type AddClientTyped } from './add-client-typed'
import styles from './clients.module.css'

/** The people of a client that is being added. */
export function AddPeople({ form }: { form: FormState<AddClientTyped> }) {
  const say = useWords()
  const { people } = form.typed
  const change = (index: number, change: Partial<PersonTyped>) =>
    form.set({ people: people.map((own, place) => (place === index ? { ...own, ...change } : own)) })
  return (
    <div className={styles.people}>
      {people.map((person, index) => (
        <fieldset key={index} className={styles.person}>
          <legend className={styles.personTitle}>{say('clientForm.person', { n: index + 1 })}</legend>
          <PersonFields
            typed={person}
            onChange={(changed) => change(index, changed)}
            problem={(path) => form.problem(`people.${placeOfPerson(form.typed, index)}.${path}`)}
            takesFocus={index > 0}
          />
          {people.length > 1 && (
            <div>
              <Button onClick={() => form.set({ people: people.filter((_, place) => place !== index) })}>
                {say('clientForm.removePerson', { n: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button kind="link" onClick={() => form.set({ people: [...people, newPerson] })}>
          {say('clientForm.addPerson')}
        </Button>
      </div>
    </div>
  )
}
