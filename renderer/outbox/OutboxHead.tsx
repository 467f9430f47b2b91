import { sayParts, type SaidPart } from '../../shared/words/say'
import { Said } from '../ui/Said'
import { ScreenHead } from '../ui/Sheet'
import { useLanguage, useWords } from '../ui/use-words'
import type { OutboxGroups } from './outbox-groups'

/** What the head of the Outbox counts. */
export type OutboxCounts = {
  readonly groups: OutboxGroups
  readonly drafts: number
  readonly needsPassword: boolean
}

/** The sentence of the Outbox: what needs the user, else what is on the way. */
export function OutboxHead(counts: OutboxCounts) {
  const say = useWords()
  const language = useLanguage()
  const { groups, drafts } = counts
  const isDraftsSaid = drafts === 0 || sentenceKey(counts) === 'outbox.sentence.drafts'
  return (
    <ScreenHead
      sentence={<Said parts={sentenceOf(counts, language)} links={links} />}
      context={
        isDraftsSaid ? (
          groups.waiting.length > 0 ? (
            say('outbox.context.hold')
          ) : undefined
        ) : (
          <Said parts={sayParts('outbox.context.drafts', { n: drafts }, language)} links={links} />
        )
      }
    />
  )
}

function sentenceOf(counts: OutboxCounts, language: ReturnType<typeof useLanguage>): readonly SaidPart[] {
  const { needs, waiting } = counts.groups
  const key = sentenceKey(counts)
  if (key === 'outbox.sentence.needs') return sayParts(key, { n: needs.length }, language)
  if (key === 'outbox.sentence.drafts') return sayParts(key, { n: counts.drafts }, language)
  if (key === 'outbox.sentence.clear') return sayParts(key, {}, language)
  return sayParts(key, { n: waiting.length }, language)
}

function sentenceKey({ groups: { needs, waiting }, drafts, needsPassword }: OutboxCounts) {
  if (needs.length > 0) return 'outbox.sentence.needs'
  if (waiting.length > 0) return needsPassword ? 'outbox.sentence.password' : 'outbox.sentence.waiting'
  return drafts > 0 ? 'outbox.sentence.drafts' : 'outbox.sentence.clear'
}

const goToSection = (id: string) => () => document.getElementById(id)?.scrollIntoView({ block: 'start' })

const links = {
  toNeeds: goToSection('outbox-needs'),
  toWaiting: goToSection('outbox-waiting'),
  toDrafts: goToSection('outbox-drafts'),
}
