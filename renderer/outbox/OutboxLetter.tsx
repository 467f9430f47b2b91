import type { OutboxRow } from '../../shared/api/letters'
import { namesOf } from '../letter/sent-words'
import { hrefOf } from '../../shared/domain/route'
import { Button } from '../ui/Button'
import { Peek } from '../ui/Peek'
import { Row, RowAction, RowLink } from '../ui/Row'
import { RowWhat, RowWhen, RowWho } from '../ui/RowText'
import { useLanguage, useWords } from '../ui/use-words'
import { outboxWhen, type OutboxSetting } from './outbox-when'
import { SentText } from './SentText'
import { useActionLabel, useOutboxActs } from './use-outbox-acts'
import styles from './outbox.module.css'

type OutboxLetterProps = {
  readonly row: OutboxRow
  readonly setting: OutboxSetting
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** One letter of the Outbox: where it stands, to whom, what it is; why it has not gone stands under it. */
export function OutboxLetter({ row, setting, isOpen, onOpen, onClose }: OutboxLetterProps) {
  const { letter, clientName, reason } = row
  const language = useLanguage()
  const act = useOutboxActs(row)
  const labelOf = useActionLabel(row)
  const toggle = isOpen ? onClose : onOpen
  const names = namesOf(letter, language)
  return (
    <Row
      id={`letter-${letter.id}`}
      onOpen={toggle}
      when={<RowWhen {...outboxWhen(row, setting)} />}
      who={
        <RowWho
          name={
            <RowLink href={hrefOf({ screen: 'client', clientId: letter.clientId })}>{clientName}</RowLink>
          }
          fact={setting.say('outbox.who.to', { names })}
        />
      }
      what={
        <RowWhat
          first={letter.subject ?? setting.say(`outbox.kind.${letter.kind}`)}
          second={letter.recipients.map(({ address }) => address).join(', ')}
        />
      }
      actions={
        <>
          {reason === null &&
            row.can.map((action, place) => (
              <RowAction key={action} kind={place === 0 ? 'outlined' : 'quiet'} onClick={() => act(action)}>
                {labelOf(action)}
              </RowAction>
            ))}
          <RowAction onClick={toggle}>{setting.say(isOpen ? 'outbox.do.close' : 'outbox.do.read')}</RowAction>
        </>
      }
      peek={
        (isOpen || reason) && (
          <Peek label={setting.say('outbox.letter.about', { name: clientName })} onClose={onClose}>
            <div className={styles.under}>
              {reason && <Reason row={row} text={reason.text} />}
              {isOpen && <SentText id={letter.id} />}
            </div>
          </Peek>
        )
      }
    />
  )
}

/** Why a letter has not gone, and what can be done about it. */
function Reason({ row, text }: { row: OutboxRow; text: string }) {
  const say = useWords()
  const act = useOutboxActs(row)
  const labelOf = useActionLabel(row)
  const isOutside = row.reason?.code === 'E_NO_ACCOUNT'
  return (
    <div className={styles.reason}>
      <p>{text}</p>
      <div className={styles.actions}>
        {row.can.map((action, place) => (
          <Button key={action} kind={place === 0 ? 'outlined' : 'quiet'} onClick={() => act(action)}>
            {labelOf(action)}
          </Button>
        ))}
        {isOutside && (
          <a className={styles.link} href={hrefOf({ screen: 'settings', part: 'mail' })}>
            {say('letterPanel.setUpMail')}
          </a>
        )}
      </div>
    </div>
  )
}
