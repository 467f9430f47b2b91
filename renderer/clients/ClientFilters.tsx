import { Field } from '../ui/Field'
import { Segments } from '../ui/Segments'
import { TextInput } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import type { Filter, Shown } from './filter'
import styles from './clients.module.css'

/** What sifts the list: a field that searches as one types, and the stages. */
export function ClientFilters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const say = useWords()
  return (
    <div className={styles.filters} role="search">
      <div className={styles.search}>
        <Field label={say('clients.search')} isLabelHidden>
          <TextInput
            type="search"
            value={filter.text}
            onChange={(text) => onChange({ ...filter, text })}
            placeholder={say('clients.search.placeholder')}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      </div>
      <Segments<Shown>
        label={say('clients.stage')}
        value={filter.shown}
        onChange={(shown) => onChange({ ...filter, shown })}
        choices={[
          { value: 'all', label: say('clients.stage.all') },
          { value: 'current', label: say('clients.stage.current') },
          { value: 'lead', label: say('clients.stage.lead') },
          { value: 'past', label: say('clients.stage.past') },
          { value: 'archived', label: say('clients.stage.archived') },
        ]}
      />
    </div>
  )
}
