import { useState } from 'react'
import type { TimelineEntry } from '../../shared/api/clients'
import { dayOf } from '../../shared/lib/time'
import { momentLong, momentMargin } from '../../shared/words/format'
import { Button } from '../ui/Button'
import { classNames } from '../ui/class-names'
import { useLanguage, useWords } from '../ui/use-words'
import { useNow } from '../use-now'
import type { TimelineProps } from './Timeline'
import { EntryIcon } from './EntryIcon'
import type { EntryWords } from './entry-words'
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

/** The second line; of a message that says more than the line shows, pressing it shows the whole. */
function SecondLine({ words, whole }: { words: EntryWords; whole: string | null }) {
  const say = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const look = words.isTheirWords ? styles.theirs : styles.second
  if (words.second === null) return null
  if (whole === null || whole.trim() === words.second) return <p className={look}>{words.second}</p>
  return (
    <button
      type="button"
      className={classNames(styles.shorten, isOpen ? styles.whole : look)}
      aria-expanded={isOpen}
      title={say(isOpen ? 'timeline.less' : 'timeline.whole')}
      onClick={() => setIsOpen(!isOpen)}
    >
      {isOpen ? whole : words.second}
    </button>
  )
}
