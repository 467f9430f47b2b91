import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import { calledOf } from '../../shared/domain/person'
import type { ClientPromise, PromiseMove } from '../../shared/domain/promise'
import { dayOf, type Zone } from '../../shared/lib/time'
import { dayShort } from '../../shared/words/format'
import type { Panels } from '../client/panels'
import { useCommand, useQuery } from '../api'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './promises.module.css'

type DetailsProps = {
  readonly promise: ClientPromise
  readonly page: ClientPage
  readonly zone: Zone
  readonly isLate: boolean
  readonly panels: Panels
}

/** Where a promise was made, every move of its date, and what can be done with it besides keeping it. */
export function PromiseDetails({ promise, page, zone, isLate, panels }: DetailsProps) {
  const say = useWords()
  const language = useLanguage()
  const moves = useQuery(api.promises.show, { id: promise.id }).value?.moves ?? []
  return (
    <div className={styles.details}>
      <p>{saidInWords(promise, page, zone, say, language)}</p>
      <p>{say('promiseList.own', { day: dayShort(promise.ownOn, language) })}</p>
      {moves.map((move) => (
        <Move key={move.id} move={move} zone={zone} />
      ))}
      <Acts promise={promise} isLate={isLate} panels={panels} />
    </div>
  )
}

function saidInWords(
  { saidAt, saidChannel, saidToPersonId }: ClientPromise,
  { people }: ClientPage,
  zone: Zone,
  say: ReturnType<typeof useWords>,
  language: ReturnType<typeof useLanguage>,
): string {
  const person = people.find(({ id }) => id === saidToPersonId)
  return say('promiseList.said', {
    day: dayShort(dayOf(saidAt, zone), language),
    channel: saidChannel,
    isTo: person ? 'yes' : 'no',
    name: person ? calledOf(person) : '',
  })
}

function Move({ move, zone }: { move: PromiseMove; zone: Zone }) {
  const say = useWords()
  const language = useLanguage()
  const { at, isBeforeDue, fromOn, toOn, why } = move
  return (
    <p>
      {say('promiseList.moved', {
        at: dayShort(dayOf(at, zone), language),
        isBeforeDue: isBeforeDue ? 'yes' : 'no',
        from: dayShort(fromOn, language),
        to: dayShort(toOn, language),
      })}{' '}
      {why && say('promiseList.movedWhy', { why })}
    </p>
  )
}

function Acts({ promise, isLate, panels }: Pick<DetailsProps, 'promise' | 'isLate' | 'panels'>) {
  const say = useWords()
  const act = useAct()
  const withdraw = useCommand(api.promises.withdraw)
  const broken = useCommand(api.promises.break)
  const { id, what } = promise
  return (
    <div className={styles.acts}>
      <Button onClick={() => panels.show({ kind: 'promise-form', id })}>{say('promiseList.edit')}</Button>
      <Button onClick={() => panels.show({ kind: 'move', id })}>{say('promiseList.move')}</Button>
      <Button
        onClick={() => void act(withdraw.ask({ id }), () => say('promiseList.said.withdrawn', { what }))}
      >
        {say('promiseList.withdraw')}
      </Button>
      {isLate && (
        <Button onClick={() => void act(broken.ask({ id }), () => say('promiseList.said.broken', { what }))}>
          {say('promiseList.break')}
        </Button>
      )}
    </div>
  )
}
