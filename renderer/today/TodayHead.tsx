import type { Today } from '../../shared/domain/today'
import { momentLong } from '../../shared/words/format'
import { hrefOf } from '../../shared/domain/route'
import { Said, type SaidTarget } from '../ui/Said'
import { ScreenHead } from '../ui/Sheet'
import { useLanguage } from '../ui/use-words'
import { contextOf, type ContextLine } from './context'
import { sentenceOf } from './sentence'

/** The head of Today: the moment, the one sentence whose numbers lead to their sections, a line of context. */
export function TodayHead({
  today,
  now,
  onShowUpdates,
}: {
  today: Today
  now: number
  onShowUpdates: () => void
}) {
  const language = useLanguage()
  const context = contextOf(today, now, language)
  return (
    <ScreenHead
      moment={momentLong(now, today.zone, language)}
      sentence={<Said parts={sentenceOf(today, now, language)} links={toSections} />}
      context={
        context.parts.length > 0 && <Said parts={context.parts} links={linksOf(context, onShowUpdates)} />
      }
    />
  )
}

const toSections: Readonly<Record<string, SaidTarget>> = {
  toWaiting: () => focusSection('waiting'),
  toDue: () => focusSection('promises'),
  toUpdates: () => focusSection('updates'),
}

function linksOf({ next }: ContextLine, onShowUpdates: () => void): Readonly<Record<string, SaidTarget>> {
  if (next === null) return {}
  if (next.kind === 'ready-update') return { next: onShowUpdates }
  return { next: hrefOf({ screen: 'client', clientId: next.clientId }) }
}

/** Puts the focus on the first row of a section, which brings it into view. */
export function focusSection(titleId: string): void {
  const section = document.getElementById(titleId)?.closest('section')
  section?.querySelector<HTMLElement>('[data-row]')?.focus()
}
