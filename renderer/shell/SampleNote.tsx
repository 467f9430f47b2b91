import { api } from '../../shared/api/index'
import { useQuery } from '../api'
import { useWords } from '../ui/use-words'
import styles from './sample-note.module.css'

/** Says in a sample store that its clients are made up. */
export function SampleNote() {
  const say = useWords()
  const { value: business } = useQuery(api.business.show, {})
  if (!business || business.samplePack === null) return null
  return (
    <p className={styles.note}>
      <strong>{say('shell.sample')}</strong> {say('shell.sampleHint')}
    </p>
  )
}
