import { api } from '../../shared/api/index'
import { ClientId } from '../../shared/domain/ids'
import { askOnce, SaidRefusal, useConnection } from '../api'
import { FormPanel } from '../form/FormPanel'
import { useStatus } from '../status'
import { Notice } from '../ui/Notice'
import { Palette } from '../ui/Palette'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { loggedInWords } from './log-said'
import { isPromising, nobody, personOf, type LogAbout } from './log-typed'
import { LogFields } from './LogFields'
import { PromisedFields } from './PromisedFields'
import { useLogForm, type LogOutcome } from './use-log-form'
import styles from './log.module.css'

/**
 * The quick log: who, how, when, what was said, and what was promised with it. Closing keeps what is typed;
 * logging says at the foot what it did, with Undo.
 */
export function LogPalette({ about, onClose }: { about: LogAbout; onClose: () => void }) {
  const say = useWords()
  return (
    <Palette label={say('log.title')} onClose={onClose}>
      <LogForm about={about} onClose={onClose} />
    </Palette>
  )
}

function LogForm({ about, onClose }: { about: LogAbout; onClose: () => void }) {
  const say = useWords()
  const log = useLogForm(about)
  const tell = useTell()
  const { form } = log
  const save = async () => {
    const { client } = form.typed
    const person = personOf(form.typed, log.setting)
    const done = await log.submit()
    if (!done || client === null) return
    onClose()
    await tell(done.value, client.id, person === nobody ? null : Number(person), done.operationId)
  }
  const isLogged = form.typed.logged !== null
  return (
    <>
      <h2 className={styles.title}>{say('log.title')}</h2>
      <FormPanel
        title={say('log.title')}
        isPlain
        form={form}
        onSave={() => void save()}
        onClose={onClose}
        saveLabel={say(isLogged ? 'log.savePromise' : isPromising(form.typed) ? 'log.saveBoth' : 'log.save')}
      >
        {isLogged ? <Notice tone="neutral">{say('log.isLogged')}</Notice> : <LogFields log={log} />}
        <PromisedFields log={log} />
      </FormPanel>
    </>
  )
}

/** Says at the foot what logging did: whose clock runs until when or has stopped, what was kept and promised. */
function useTell() {
  const connection = useConnection()
  const status = useStatus()
  const say = useWords()
  const language = useLanguage()
  const zone = useZone()
  return async (done: LogOutcome, clientId: number, personId: number | null, operationId: number | null) => {
    try {
      const page = await askOnce(connection, api.clients.show, { id: ClientId.parse(clientId) })
      const { keptPromiseId: id } = done.logged
      const kept = id === null ? null : (await askOnce(connection, api.promises.show, { id })).promise
      const now = connection.clock.now()
      status.tell(
        loggedInWords({ ...done, page, personId, keptPromise: kept, now, zone }, language),
        operationId,
      )
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      status.tell(say('log.said'), operationId)
    }
  }
}
