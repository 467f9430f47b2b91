import { useState, type ReactNode } from 'react'
import { api } from '../../shared/api/index'
import type { OutboxRow } from '../../shared/api/letters'
import { useQuery } from '../api'
import { Button } from '../ui/Button'
import { useWords } from '../ui/use-words'
import styles from './outbox.module.css'

/** So many letters come at a time. */
const pageSize = 50

type OlderProps = {
  /** How many letters are shown before these. */
  readonly offset: number
  readonly letterOf: (row: OutboxRow) => ReactNode
}

/** Letters before those shown, a page at a time; nothing where these were the last. */
export function OlderLetters({ offset, letterOf }: OlderProps) {
  const say = useWords()
  const [isShown, setIsShown] = useState(false)
  if (offset === 0 || offset % pageSize !== 0) return null
  if (isShown) return <Page offset={offset} letterOf={letterOf} />
  return (
    <li className={styles.older}>
      <Button kind="link" onClick={() => setIsShown(true)}>
        {say('outbox.older')}
      </Button>
    </li>
  )
}

function Page({ offset, letterOf }: OlderProps) {
  const { value } = useQuery(api.letters.outbox, { offset }, { keep: true })
  const rows = value?.rows ?? []
  return (
    <>
      {rows.map(letterOf)}
      {rows.length > 0 && <OlderLetters offset={offset + rows.length} letterOf={letterOf} />}
    </>
  )
}
