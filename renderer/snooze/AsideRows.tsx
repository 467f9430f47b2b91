import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { AsideRow } from '../../shared/domain/today'
import { useCommand } from '../api'
import { goTo } from '../route'
import { useAct } from '../status'
import { ClientName } from '../today/ClientName'
import { Button } from '../ui/Button'
import { SnoozeIcon } from '../ui/icons'
import { Row, RowAction } from '../ui/Row'
import { RowList } from '../ui/RowList'
import { RowWhat, RowWhen } from '../ui/RowText'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './snooze.module.css'
import { untilAt, untilLines } from '../../shared/words/until'

type Clock = { readonly day: string; readonly zone: string }

type AsideRowsProps = {
  readonly aside: readonly AsideRow[]
  readonly clock: Clock
  /** A row that is asked for: if it is put aside, the rows are open. */
  readonly reach: string | null
}

/** What is put aside in one quiet line, which opens the rows. */
export function AsideRows({ aside, clock, reach }: AsideRowsProps) {
  const say = useWords()
  const line = useLine(aside, clock)
  const [isOpen, setOpen] = useOpen(aside.some((row) => idOf(row) === reach) ? reach : null)
  if (aside.length === 0) return null
  return (
    <div className={styles.aside}>
      <Button aria-expanded={isOpen} icon={<SnoozeIcon size={14} />} onClick={() => setOpen(!isOpen)}>
        {line}
      </Button>
      {isOpen && (
        <RowList label={say('snooze.title')}>
          {aside.map((row) => (
            <Aside key={idOf(row)} row={row} clock={clock} />
          ))}
        </RowList>
      )}
    </div>
  )
}

const idOf = ({ item, itemId }: AsideRow): string => `${item}-${itemId}`

/** Open or not, as the user says; open again whenever another row is asked for. */
function useOpen(reached: string | null): readonly [boolean, (isOpen: boolean) => void] {
  const [state, setState] = useState({ isOpen: reached !== null, reached })
  if (state.reached !== reached) setState({ isOpen: state.isOpen || reached !== null, reached })
  return [state.isOpen, (isOpen) => setState({ isOpen, reached })]
}

function Aside({ row, clock }: { row: AsideRow; clock: Clock }) {
  const say = useWords()
  const language = useLanguage()
  const act = useAct()
  const wake = useCommand(api.snoozes.wake)
  const { item, itemId, clientId, name, event, what } = row
  const { day, time } = untilLines(row.shownAt, clock.zone, clock.day, language)
  return (
    <Row
      id={`aside-${idOf(row)}`}
      onOpen={() => goTo({ screen: 'client', clientId })}
      when={<RowWhen first={say('snooze.row.until', { when: day ?? time })} second={day && time} />}
      who={<ClientName clientId={clientId} name={name} event={event} day={clock.day} />}
      what={<RowWhat first={what ?? say(`snooze.row.${item}`)} second={what && say(`snooze.row.${item}`)} />}
      actions={
        <RowAction
          letter="S"
          kind="outlined"
          onClick={() => void act(wake.ask({ item, itemId }), () => say('snooze.woken', { name }))}
        >
          {say('snooze.wake')}
        </RowAction>
      }
    />
  )
}

/** '2 put aside until 13:00', or until when the first of them is. */
function useLine(aside: readonly AsideRow[], { day, zone }: Clock): string {
  const say = useWords()
  const language = useLanguage()
  const [first] = aside
  if (first === undefined) return ''
  const isSame = aside.every(({ shownAt }) => shownAt === first.shownAt)
  const when = untilAt(first.shownAt, zone, day, language)
  return say(isSame ? 'snooze.line' : 'snooze.lineFirst', { n: aside.length, when })
}
