import type { TimelineEntry } from '../../shared/api/clients'
import { dayOf } from '../../shared/lib/time'
import { momentLong, momentMargin } from '../../shared/words/format'
import { Button } from '../ui/Button'
import { useLanguage, useWords } from '../ui/use-words'
import { useNow } from '../use-now'
import type { TimelineProps } from './Timeline'
import { EntryIcon } from './EntryIcon'
import { SecondLine } from './SecondLine'
import { entryInWords } from './timeline-words'
import styles from './timeline.module.css'

/** One thing that happened: when, its sign on the line, and what it was. */
export function TimelineItem({
  entry,
  zone,
  currency,
  waits,
  onReply,
}: Omit<TimelineProps, 'id'> & { entry: TimelineEntry }) {
  const say = useWords()
  const language = useLanguage()
  const now = useNow()
  const words = entryInWords(entry, { zone, currency, language })
  const wait = waits.find((open) => began(open, entry))
  return (
    <li className={styles.item}>
      <time
        className={styles.when}
        dateTime={dayOf(entry.at, zone)}
        title={[momentLong(entry.at, zone, language), wait?.explanation.text].filter(Boolean).join('; ')}
      >
        {momentMargin(entry.at, now, zone, language)}
      </time>
      <EntryIcon entry={entry} />
      <div className={styles.words}>
        <p className={styles.did}>
          <strong>{words.did}</strong> {words.about}
        </p>
        <SecondLine words={words} whole={entry.kind === 'message' ? entry.text : null} />
      </div>
      {words.end && <span className={styles.end}>{words.end}</span>}
      {wait && (
        <Button kind="outlined" keyCap="R" onClick={() => onReply(wait)}>
          {say('timeline.reply')}
        </Button>
      )}
    </li>
  )
}

/** Whether somebody has been waiting since this very message. */
const began = (wait: { waitingSince: number; conversationId: number }, entry: TimelineEntry): boolean =>
  entry.kind === 'message' &&
  entry.direction === 'inbound' &&
  entry.conversationId === wait.conversationId &&
  entry.at === wait.waitingSince
