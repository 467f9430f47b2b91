import { useState, type MouseEvent } from 'react'
import { api } from '../../shared/api/index'
import { dayOf, type Zone } from '../../shared/lib/time'
import { useQuery } from '../api'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { RowGroup } from '../ui/RowGroup'
import { RowList } from '../ui/RowList'
import { useWords } from '../ui/use-words'
import { useNow } from '../use-now'
import { ClientRow } from './ClientRow'
import { listInput, pageSize, type Filter } from './filter'
import styles from './clients.module.css'

type ListProps = { readonly filter: Filter; readonly hasNone: boolean; readonly zone: Zone }

/** The clients a filter lets through, page after page; the previous ones stay while new ones are looked for. */
export function ClientList({ filter, hasNone, zone }: ListProps) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  const [pages, setPages] = useState({ filter, count: 1 })
  const count = pages.filter === filter ? pages.count : 1
  const { value, refusal } = useQuery(api.clients.list, listInput(filter, 0), { keep: true })
  if (refusal) return <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>
  if (!value) return <Loading rows={6} />
  if (value.total === 0) return <Nobody filter={filter} hasNone={hasNone} />
  const left = value.total - count * pageSize
  return (
    <div className={styles.list} onClick={openClicked}>
      <Columns />
      <RowGroup>
        <RowList label={say('clients.list')}>
          {Array.from({ length: count }, (_, page) => (
            <Page key={page} page={page} filter={filter} zone={zone} />
          ))}
        </RowList>
      </RowGroup>
      {left > 0 && (
        <Button kind="link" onClick={() => setPages({ filter, count: count + 1 })}>
          {say('clients.more', { n: Math.min(left, pageSize) })}
        </Button>
      )}
    </div>
  )
}

function Page({ page, filter, zone }: { page: number; filter: Filter; zone: Zone }) {
  const now = useNow()
  const { value } = useQuery(api.clients.list, listInput(filter, page), { keep: true })
  const setting = { now, today: dayOf(now, zone), zone }
  return value?.rows.map((row) => <ClientRow key={row.id} row={row} setting={setting} />)
}

/** A press anywhere on a row opens it, as its name does; what else can be pressed there keeps its own. */
function openClicked({ target }: MouseEvent): void {
  if (!(target instanceof Element) || target.closest('a,button')) return
  target.closest('[data-row]')?.querySelector<HTMLElement>('a')?.click()
}

/** What each column holds, for eyes; the rows say it themselves to those who listen. */
function Columns() {
  const say = useWords()
  return (
    <div className={styles.columns} aria-hidden>
      <span>{say('clients.column.name')}</span>
      <span>{say('clients.column.next')}</span>
      <span className={styles.facts}>
        <span>{say('clients.column.owed')}</span>
        <span>{say('clients.column.heard')}</span>
      </span>
    </div>
  )
}

function Nobody({ filter, hasNone }: { filter: Filter; hasNone: boolean }) {
  const say = useWords()
  const typed = filter.text.trim()
  if (typed !== '')
    return <EmptyState next={say('clients.none.next')}>{say('clients.none', { typed })}</EmptyState>
  if (filter.shown === 'archived') return <EmptyState>{say('clients.noneArchived')}</EmptyState>
  if (hasNone) return <EmptyState>{say('clients.empty.next')}</EmptyState>
  return <EmptyState>{say('clients.noneOfStage')}</EmptyState>
}
