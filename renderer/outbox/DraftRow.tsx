import { api } from '../../shared/api/index'
import type { Letter } from '../../shared/domain/letter'
import { momentBrief } from '../../shared/words/format'
import { useCommand } from '../api'
import { DraftPanel } from '../letter/LetterPanel'
import { namesOf } from '../letter/sent-words'
import { hrefOf } from '../../shared/domain/route'
import { useAct } from '../status'
import { Row, RowAction, RowLink } from '../ui/Row'
import { RowWhat, RowWhen, RowWho } from '../ui/RowText'
import type { OutboxSetting } from './outbox-when'

type DraftRowProps = {
  readonly letter: Letter
  readonly clientName: string
  readonly setting: OutboxSetting
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A letter that was begun: it opens under its row and goes on from where it was left. */
export function DraftRow({ letter, clientName, setting, isOpen, onOpen, onClose }: DraftRowProps) {
  const { say, language, now, zone } = setting
  const act = useAct()
  const discarding = useCommand(api.letters.discard)
  const discard = () => void act(discarding.ask({ id: letter.id }), () => say('letterPanel.said.discarded'))
  const names = namesOf(letter, language)
  return (
    <Row
      id={`draft-${letter.id}`}
      onOpen={onOpen}
      when={
        <RowWhen
          first={momentBrief(letter.draftedAt, now, zone, language)}
          second={say('outbox.when.saved', { when: momentBrief(letter.savedAt, now, zone, language) })}
        />
      }
      who={
        <RowWho
          name={
            <RowLink href={hrefOf({ screen: 'client', clientId: letter.clientId })}>{clientName}</RowLink>
          }
          fact={names === '' ? say('outbox.who.nobody') : say('outbox.who.to', { names })}
        />
      }
      what={
        <RowWhat first={letter.subject ?? say(`outbox.kind.${letter.kind}`)} second={firstLine(letter)} />
      }
      actions={
        !isOpen && (
          <>
            <RowAction kind="outlined" onClick={onOpen}>
              {say('outbox.do.open')}
            </RowAction>
            <RowAction onClick={discard}>{say('outbox.do.discard')}</RowAction>
          </>
        )
      }
      peek={isOpen && <DraftPanel id={letter.id} onClose={onClose} />}
    />
  )
}

/** What was written by hand, in a line. */
const firstLine = ({ body, fields }: Letter): string =>
  (body ?? Object.values(fields).join(' ')).replaceAll(/\s+/g, ' ').slice(0, 200)
