import { sayParts } from '../../shared/words/say'
import { Button } from '../ui/Button'
import { AddIcon } from '../ui/icons'
import { Said } from '../ui/Said'
import { ScreenHead } from '../ui/Sheet'
import { useLanguage, useWords } from '../ui/use-words'
import { everybody, type Filter, type Shown } from './filter'
import type { ClientCounts } from './use-client-counts'

/** The sentence that says how many clients there are; its numbers lead to them. */
export function ClientsHead({
  counts,
  onShow,
  isAdding,
  onAdd,
}: {
  counts: ClientCounts
  onShow: (filter: Filter) => void
  isAdding: boolean
  onAdd: () => void
}) {
  const say = useWords()
  const language = useLanguage()
  const show = (shown: Shown) => () => onShow({ ...everybody, shown })
  const { leads, past } = counts
  const both = leads > 0 && past > 0 ? 'yes' : 'no'
  return (
    <ScreenHead
      sentence={
        <Said parts={sentence(counts, language)} links={{ every: show('all'), now: show('current') }} />
      }
      context={counts.all > 1 && leads + past > 0 && say('clients.context', { leads, past, both })}
      aside={
        <Button
          kind={isAdding ? 'outlined' : 'filled'}
          icon={<AddIcon />}
          disabled={isAdding}
          onClick={onAdd}
        >
          {say('clients.add')}
        </Button>
      }
    />
  )
}

function sentence({ all, current, leads }: ClientCounts, language: 'en') {
  if (all === 0) return sayParts('clients.sentence.none', {}, language)
  const stage = current === 1 ? 'current' : leads === 1 ? 'lead' : 'past'
  if (all === 1) return sayParts('clients.sentence.one', { stage }, language)
  return sayParts('clients.sentence', { all, current }, language)
}
