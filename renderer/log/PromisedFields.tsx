import { TextField } from '../form/fields'
import { DueFields } from '../promises/DueFields'
import { Button } from '../ui/Button'
import { useWords } from '../ui/use-words'
import type { LogState } from './LogFields'
import styles from './log.module.css'

/** "And I promised…": what, and by when, with what each day holds already. */
export function PromisedFields({ log: { form, choice } }: { log: LogState }) {
  const say = useWords()
  const { hasPromise, channel, due, logged } = form.typed
  if (channel === 'note') return null
  if (!hasPromise)
    return (
      <div>
        <Button kind="link" aria-expanded={false} onClick={() => form.set({ hasPromise: true })}>
          {say('log.promised')}
        </Button>
      </div>
    )
  return (
    <div className={styles.promised}>
      <TextField
        label={say('log.promised.what')}
        placeholder={say('log.promised.placeholder')}
        autoFocus
        {...form.field('promised')}
      />
      <DueFields
        label={say('log.promised.day')}
        typed={due}
        onChange={(change) => form.set({ due: { ...due, ...change } })}
        choice={choice}
        dayError={form.problem('due')}
        timeError={form.problem('dueTime')}
      />
      {logged === null && (
        <div>
          <Button onClick={() => form.set({ hasPromise: false })}>{say('log.promised.remove')}</Button>
        </div>
      )}
    </div>
  )
}
