import { api } from '../../shared/api/index'
import type { ClientPromise } from '../../shared/domain/promise'
import { dueAt } from '../../shared/rules/promise-due'
import { dayShort, timeShort } from '../../shared/words/format'
import { closeWithEscape } from '../client/close-with-escape'
import { isOpen } from '../client/panels'
import { useCommand } from '../api'
import { useAct } from '../status'
import { classNames } from '../ui/class-names'
import { useLanguage, useWords } from '../ui/use-words'
import { PromiseDetails } from './PromiseDetails'
import { PromiseForm } from './PromiseForm'
import type { PromiseListProps } from './PromiseList'
import styles from './promises.module.css'

/** One promise: a box to tick when it is kept, what it is, and the day they were told. */
export function PromiseItem({
  promise,
  isLeaving,
  page,
  calendar,
  now,
  panels,
}: PromiseListProps & { promise: ClientPromise; isLeaving: boolean }) {
  const say = useWords()
  const act = useAct()
  const { ask, isBusy } = useCommand(api.promises.keep)
  const { id, what, note } = promise
  const isLate = now > dueAt(promise, calendar)
  const isShown = isOpen(panels, 'promise', id)
  const keep = async (box: HTMLInputElement) => {
    const next = neighbourOf(box)
    if (await act(ask({ id }), () => say('promiseList.said.kept', { what }))) next?.focus()
  }
  return (
    <li
      className={classNames(styles.item, isLeaving && styles.kept)}
      inert={isLeaving}
      onKeyDown={(event) => closeWithEscape(event, isShown, panels)}
    >
      <div className={styles.line}>
        <input
          type="checkbox"
          className={styles.box}
          aria-label={say('promiseList.keep', { what })}
          checked={isLeaving || isBusy}
          onChange={(event) => void keep(event.currentTarget)}
        />
        <div>
          <button
            type="button"
            className={styles.what}
            aria-expanded={isShown}
            onClick={() => (isShown ? panels.close() : panels.show({ kind: 'promise', id }))}
          >
            {what}
          </button>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        <ToldDay promise={promise} isLate={isLate} />
      </div>
      {isShown && !isLeaving && (
        <PromiseDetails promise={promise} page={page} zone={calendar.zone} isLate={isLate} panels={panels} />
      )}
      {isOpen(panels, 'promise-form', id) && (
        <PromiseForm page={page} promise={promise} onClose={panels.close} />
      )}
    </li>
  )
}

/** Where the focus goes when a promise is about to go: the next box, the one before, or the button that adds one. */
function neighbourOf(box: HTMLInputElement): HTMLElement | null | undefined {
  const item = box.closest('li')
  const other = item?.nextElementSibling ?? item?.previousElementSibling ?? item?.closest('section')
  return other?.querySelector<HTMLElement>('input[type="checkbox"], h2 ~ * button')
}

/** The day they were told; in words, and in its colour, where it has passed. */
function ToldDay({ promise, isLate }: { promise: ClientPromise; isLate: boolean }) {
  const say = useWords()
  const language = useLanguage()
  const on = dayShort(promise.dueOn, language)
  const day = promise.dueTime ? say('moment.dayAndTime', { day: on, time: timeShort(promise.dueTime) }) : on
  return (
    <span className={classNames(styles.day, isLate && styles.late)}>
      {isLate ? say('promiseList.late', { day }) : day}
    </span>
  )
}
