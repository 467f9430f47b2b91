import { api } from '../../shared/api/index'
import type { Logged } from '../../shared/api/messages'
import { ClientId } from '../../shared/domain/ids'
import type { ClientPromise } from '../../shared/domain/promise'
import { dayOf } from '../../shared/lib/time'
import { useCommand, useConnection, useQuery, type Done } from '../api'
import type { Problems } from '../form/form-problems'
import { useForm } from '../form/use-form'
import { meantDay } from '../promises/DueFields'
import { useDays } from '../promises/use-days'
import { useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { useNow } from '../use-now'
import { isPromising, logInput, newLog, promiseInput, type LogAbout, type LogTyped } from './log-typed'

/** The one log there is: what is typed into it is kept until it is logged or discarded. */
export const logName = 'log'

/** What was logged, and the promise that was made with it. */
export type LogOutcome = { readonly logged: Logged; readonly promised: ClientPromise | null }

/** The log as a form, what is known of the client chosen, and the way to log it with its promise. */
export function useLogForm(about: LogAbout) {
  const say = useWords()
  const zone = useZone()
  const now = useNow()
  const { clock } = useConnection()
  const log = useCommand(api.messages.log)
  const promise = useCommand(api.promises.add)
  const choice = useDays(dayOf(now, zone))
  const form = useForm({
    start: newLog(about),
    keepAs: logName,
    wrongFields: {
      E_FUTURE_MOMENT: { field: 'on', words: 'log.future' },
      E_PROMISE_IN_PAST: { field: 'due', words: 'promiseForm.past' },
    },
    fieldNames: { what: 'promised', dueOn: 'due', at: 'on', clientId: 'client' },
  })
  const { client } = form.typed
  const page = useQuery(
    api.clients.show,
    { id: ClientId.parse(client?.id ?? 1) },
    { isOff: client === null, keep: true },
  ).value
  const setting = { people: page?.people ?? [], waits: page?.waits ?? [], zone }

  const send = async (typed: LogTyped): Promise<Done<LogOutcome>> => {
    const input = logInput(typed, { ...setting, now: clock.now() })
    const logged = typed.logged ?? (await log.ask(input))
    if (!isPromising(typed))
      return { value: { logged: logged.value, promised: null }, operationId: logged.operationId }
    form.set({ logged })
    const dueOn = meantDay(typed.due, choice)
    const { conversationId } = logged.value
    const promised = await promise.ask(promiseInput(typed, dueOn, conversationId, input.personId))
    return { value: { logged: logged.value, promised: promised.value }, operationId: promised.operationId }
  }
  const submit = async () => {
    const missing = missingIn(form.typed, meantDay(form.typed.due, choice), say)
    if (Object.keys(missing).length === 0) return form.submit(send)
    form.fail(missing)
    return null
  }
  return { form, page, setting, choice, submit, today: dayOf(now, zone) }
}

/** What only this form can know to be missing. */
function missingIn(typed: LogTyped, dueOn: string, say: ReturnType<typeof useWords>): Problems {
  return {
    ...(typed.client === null ? { client: say('log.client.missing') } : {}),
    ...(typed.isEarlier && typed.on === '' ? { on: say('log.day.missing') } : {}),
    ...(typed.isEarlier && typed.time === '' ? { time: say('log.time.missing') } : {}),
    ...(isPromising(typed) && typed.promised.trim() === '' ? { promised: say('invalid.empty') } : {}),
    ...(isPromising(typed) && dueOn === '' ? { due: say('log.promised.day.missing') } : {}),
  }
}
