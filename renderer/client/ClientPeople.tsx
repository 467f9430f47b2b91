import type { Person } from '../../shared/domain/person'
import { Tag } from '../ui/Tag'
import { useWords } from '../ui/use-words'
import { isOpen, type Panels } from './panels'
import styles from './client-head.module.css'

/** The people of a client in a line: who decides on what, and how each likes to be reached. */
export function ClientPeople({ people, panels }: { people: readonly Person[]; panels: Panels }) {
  const say = useWords()
  if (people.length === 0) return null
  return (
    <ul role="list" className={styles.people} aria-label={say('client.people')}>
      {people.map((person) => (
        <li key={person.id} className={styles.person}>
          <div className={styles.personName}>
            <button
              type="button"
              className={styles.personButton}
              aria-expanded={isOpen(panels, 'person', person.id)}
              title={say('client.person.edit', { name: person.name })}
              onClick={() => panels.show({ kind: 'person', id: person.id })}
            >
              {person.name}
            </button>
            {person.decidesOn && (
              <Tag tone="accent">{say('client.decidesOn', { topic: person.decidesOn })}</Tag>
            )}
          </div>
          <p className={styles.personFacts}>{factsOf(person)}</p>
        </li>
      ))}
    </ul>
  )
}

/** 'Email, before 9 or after 18:00. Keeping her own name.': what is known of them, each as a sentence. */
const factsOf = ({ relation, prefers, note }: Person): string =>
  [relation, prefers, note]
    .filter((fact) => fact !== null)
    .map((fact) => (/[.!?…]$/.test(fact) ? fact : `${fact}.`))
    .join(' ')
