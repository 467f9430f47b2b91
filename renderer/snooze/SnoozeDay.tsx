import { useEffect, useRef, useState } from 'react'
import { api } from '../../shared/api/index'
import type { SnoozeDays } from '../../shared/domain/snooze'
import { dayShort } from '../../shared/words/format'
import { SaidRefusal, useCommand } from '../api'
import { useRefusalWords } from '../refusal-words'
import { useStatus } from '../status'
import { Button } from '../ui/Button'
import { Field, Form, FormButtons } from '../ui/Field'
import { Peek } from '../ui/Peek'
import { focusRowOf } from '../ui/Row'
import { DateInput } from '../ui/TextInput'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './snooze.module.css'
import type { SnoozedRow } from './SnoozeMenu'
import { untilWords } from '../../shared/words/until'

type SnoozeDayProps = {
  readonly row: SnoozedRow
  readonly days: SnoozeDays
  readonly today: string
  readonly onClose: () => void
}

/** Asks under a row for the day on which it shows again, when work begins. */
export function SnoozeDay({ row, days, today, onClose }: SnoozeDayProps) {
  const say = useWords()
  const form = useRef<HTMLDivElement>(null)
  const [on, setOn] = useState('')
  const [problem, setProblem] = useState<string>()
  const { put, isBusy } = usePut(row, today)
  const field = () => form.current?.querySelector<HTMLElement>('input')
  useEffect(() => field()?.focus({ preventScroll: true }), [])
  // What is wrong makes the panel higher; a page without layout scrolls nothing.
  // A new Chromium answers a promise there, which React would take for the end of the effect.
  useEffect(() => {
    form.current?.closest('[data-peek]')?.scrollIntoView?.({ block: 'nearest' })
  }, [problem])
  const close = () => {
    focusRowOf(form.current)
    onClose()
  }
  const submit = async () => {
    if (isBusy) return
    const refused = on === '' ? say('snooze.day.missing') : await put(on)
    setProblem(refused ?? undefined)
    if (refused === null) close()
    else field()?.focus()
  }
  const type = (day: string) => {
    setOn(day)
    setProblem(undefined)
  }
  return (
    <Peek label={say('snooze.day.title', { name: row.name })} onClose={onClose}>
      <div ref={form} className={styles.day}>
        <Form onSubmit={() => void submit()}>
          <Field label={say('snooze.day')} hint={useHint(days)} error={problem}>
            <DateInput value={on} onChange={type} min={days.from} {...(days.to ? { max: days.to } : {})} />
          </Field>
          <FormButtons>
            <Button kind="filled" type="submit" keyCap="↵">
              {say('snooze.day.put')}
            </Button>
            <Button keyCap="Esc" onClick={close}>
              {say('ui.cancel')}
            </Button>
          </FormButtons>
        </Form>
      </div>
    </Peek>
  )
}

function useHint({ to }: SnoozeDays): string {
  const say = useWords()
  const language = useLanguage()
  return to === null ? say('snooze.day.hint') : say('snooze.day.hintUntil', { day: dayShort(to, language) })
}

/** Puts the row aside until a day; answers why that was refused, null where it was done and said. */
function usePut({ item, itemId, name }: SnoozedRow, today: string) {
  const say = useWords()
  const language = useLanguage()
  const status = useStatus()
  const sentenceOf = useRefusalWords()
  const { ask, isBusy } = useCommand(api.snoozes.snooze)
  const put = async (on: string): Promise<string | null> => {
    try {
      const { value, operationId } = await ask({ item, itemId, showOn: on, showTime: null })
      const when = untilWords(value.showOn, value.showTime, today, language)
      status.tell(say('snooze.said', { name, when }), operationId)
      return null
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      return sentenceOf(error)
    }
  }
  return { put, isBusy }
}
