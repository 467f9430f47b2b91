import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { TimelineKind } from '../../shared/api/clients'
import type { ClientId } from '../../shared/domain/ids'
import type { WaitingClock } from '../../shared/domain/today'
import type { Zone } from '../../shared/lib/time'
import { useQuery } from '../api'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { Segments } from '../ui/Segments'
import { useWords } from '../ui/use-words'
import { TimelineItem } from './TimelineItem'
import { withoutCarriers } from './carriers'
import styles from './timeline.module.css'

export type TimelineProps = {
  readonly id: ClientId
  readonly zone: Zone
  readonly currency: string
  readonly waits: readonly WaitingClock[]
  readonly onReply: (wait: WaitingClock) => void
}

type Filter = TimelineKind | 'all'
const entriesAPage = 30

/** What happened so far, newest first: all of it, or one kind. */
export function Timeline(props: TimelineProps) {
  const say = useWords()
  const [filter, setFilter] = useState<Filter>('all')
  const [pages, setPages] = useState(1)
  return (
    <section aria-labelledby="so-far">
      <div className={styles.head}>
        <h2 className={styles.title} id="so-far">
          {say('timeline.title')}
        </h2>
        <Segments<Filter>
          label={say('timeline.filter')}
          value={filter}
          onChange={(chosen) => {
            setFilter(chosen)
            setPages(1)
          }}
          choices={[
            { value: 'all', label: say('timeline.all') },
            { value: 'messages', label: say('timeline.messages') },
            { value: 'promises', label: say('timeline.promises') },
            { value: 'updates', label: say('timeline.updates') },
            { value: 'extras', label: say('timeline.extras') },
          ]}
        />
      </div>
      <ol role="list" className={styles.list} aria-labelledby="so-far">
        <Page {...props} filter={filter} before={null} pages={pages} onMore={() => setPages(pages + 1)} />
      </ol>
    </section>
  )
}

type PageProps = TimelineProps & {
  readonly filter: Filter
  readonly before: number | null
  readonly pages: number
  readonly onMore: () => void
}

/** Some entries and, while more are wished for, those before them: each page begins where this one ends now. */
function Page({ filter, before, pages, onMore, ...props }: PageProps) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  const kind = filter === 'all' ? null : filter
  const input = { id: props.id, kind, before, limit: entriesAPage }
  const { value: entries, refusal } = useQuery(api.clients.timeline, input, { keep: true })
  if (refusal) return <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>
  if (!entries) return <Loading rows={3} />
  if (before === null && entries.length === 0)
    return (
      <li className={styles.empty}>
        {say(filter === 'all' ? 'timeline.empty' : `timeline.empty.${filter}`)}
      </li>
    )
  const last = entries.at(-1)
  return (
    <>
      {(kind === null ? withoutCarriers(entries) : entries).map((entry) => (
        <TimelineItem key={`${entry.kind}-${entry.id}`} entry={entry} {...props} />
      ))}
      {last && entries.length >= entriesAPage && pages > 1 && (
        <Page {...props} filter={filter} before={last.at} pages={pages - 1} onMore={onMore} />
      )}
      {entries.length >= entriesAPage && pages === 1 && (
        <li>
          <Button kind="link" onClick={onMore}>
            {say('timeline.more')}
          </Button>
        </li>
      )}
    </>
  )
}
