import { useEffect, useState } from 'react'
import { api } from '../../shared/api/index'
import { useQuery } from '../api'
import { nothingAsked, type Asked } from '../route'
import { FailedSheet } from '../shell/FailedSheet'
import { Foot } from '../shell/Foot'
import { LoadingSheet } from '../shell/LoadingSheet'
import { Sheet } from '../ui/Sheet'
import { useWords } from '../ui/use-words'
import { useTitle } from '../use-title'
import { AddClientForm } from './AddClientForm'
import { ClientFilters } from './ClientFilters'
import { ClientList } from './ClientList'
import { everybody, type Filter } from './filter'
import { ClientsHead } from './ClientsHead'
import { useClientCounts } from './use-client-counts'

/** Every client, found by typing, sifted by stage; archived ones on wish. */
export function ClientsScreen(asked: Partial<Asked>) {
  const say = useWords()
  const counts = useClientCounts()
  const calendar = useQuery(api.calendar.show, {})
  const [filter, setFilter] = useState<Filter>(everybody)
  const [isAdding, setIsAdding] = useState(false)
  const { once, onDone } = { ...nothingAsked, ...asked }
  const isAsked = once?.opens === 'new-client'
  useEffect(() => {
    if (!isAsked) return
    setIsAdding(true)
    onDone()
  }, [isAsked, onDone])
  useTitle(say('clients.title'))
  const refusal = counts.refusal ?? calendar.refusal
  if (refusal) return <FailedSheet refusal={refusal} onTryAgain={counts.again} />
  if (!counts.value || !calendar.value) return <LoadingSheet />
  const hints = [
    { keys: ['↑', '↓'], label: say('clients.keys.move') },
    { keys: ['↵'], label: say('clients.keys.open') },
  ]
  return (
    <Sheet foot={<Foot hints={hints} />}>
      <ClientsHead
        counts={counts.value}
        onShow={setFilter}
        isAdding={isAdding}
        onAdd={() => setIsAdding(true)}
      />
      {isAdding && <AddClientForm isFirst={counts.value.all === 0} onClose={() => setIsAdding(false)} />}
      <ClientFilters filter={filter} onChange={setFilter} />
      <ClientList filter={filter} hasNone={counts.value.all === 0} zone={calendar.value.calendar.zone} />
    </Sheet>
  )
}
