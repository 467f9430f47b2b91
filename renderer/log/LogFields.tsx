import type { Channel, Direction } from '../../shared/domain/message'
import { ClientPicker } from '../clients/ClientPicker'
import { AreaField, DayField, TimeField } from '../form/fields'
import { FieldRow } from '../ui/Field'
import { Segments } from '../ui/Segments'
import { useWords } from '../ui/use-words'
import { AnswersField, PersonField } from './LogPeople'
import { FurtherFields } from './FurtherFields'
import type { useLogForm } from './use-log-form'

export type LogState = ReturnType<typeof useLogForm>

const channels = [
  'call',
  'voicemail',
  'text',
  'meeting',
  'email',
  'note',
] as const satisfies readonly Channel[]

/** What is logged: with whom, how, when, what was said. */
export function LogFields({ log }: { log: LogState }) {
  const say = useWords()
  const { form } = log
  const { channel, client } = form.typed
  return (
    <>
      <FieldRow>
        <ClientPicker
          label={say('log.client')}
          hint={say('log.client.hint')}
          value={client}
          onChange={(picked) => form.set({ client: picked, personId: '', answers: '' })}
          error={form.problem('client')}
          takesFocus={client === null}
        />
        {client !== null && channel !== 'note' && <PersonField log={log} />}
      </FieldRow>
      <Segments<Channel>
        label={say('log.channel')}
        isLabelShown
        value={channel}
        onChange={(chosen) => form.set({ channel: chosen })}
        choices={channels.map((value) => ({ value, label: say(`log.channel.${value}`) }))}
      />
      <FieldRow>
        <DirectionField log={log} />
        <WhenField log={log} />
      </FieldRow>
      <EarlierFields log={log} />
      <AnswersField log={log} />
      <AreaField
        label={say('log.text')}
        placeholder={placeholderOf(channel, say)}
        rows={channel === 'email' ? 8 : 3}
        autoFocus={client !== null}
        {...form.field('text')}
      />
      <FurtherFields log={log} />
    </>
  )
}

/** Who spoke, where it makes a difference: a meeting has no beginner, a note no other side. */
function DirectionField({ log: { form } }: { log: LogState }) {
  const say = useWords()
  const { channel, direction } = form.typed
  if (channel === 'meeting' || channel === 'note') return null
  return (
    <Segments<Exclude<Direction, 'internal'>>
      label={say('log.direction')}
      isLabelShown
      value={direction}
      onChange={(chosen) => form.set({ direction: chosen, answers: '' })}
      choices={[
        { value: 'inbound', label: say(`log.direction.${channel}.inbound`) },
        { value: 'outbound', label: say(`log.direction.${channel}.outbound`) },
      ]}
    />
  )
}

/** When it happened: just now, or earlier. */
function WhenField({ log: { form, today } }: { log: LogState }) {
  const say = useWords()
  const { isEarlier, on } = form.typed
  return (
    <Segments<'now' | 'earlier'>
      label={say('log.when')}
      isLabelShown
      value={isEarlier ? 'earlier' : 'now'}
      onChange={(when) => form.set({ isEarlier: when === 'earlier', on: on === '' ? today : on })}
      choices={[
        { value: 'now', label: say('log.when.now') },
        { value: 'earlier', label: say('log.when.earlier') },
      ]}
    />
  )
}

/** The earlier day and time, which the clock then counts from. */
function EarlierFields({ log: { form } }: { log: LogState }) {
  const say = useWords()
  if (!form.typed.isEarlier) return null
  return (
    <FieldRow>
      <DayField label={say('log.day')} {...form.field('on')} />
      <TimeField label={say('log.time')} {...form.field('time')} />
    </FieldRow>
  )
}

function placeholderOf(channel: Channel, say: ReturnType<typeof useWords>): string {
  if (channel === 'email') return say('log.text.email')
  return channel === 'note' ? say('log.text.note') : say('log.text.call')
}
