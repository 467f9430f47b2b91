import { useState, type ReactNode } from 'react'
import { api } from '../../shared/api/index'
import type { OutboxRow } from '../../shared/api/letters'
import { useQuery } from '../api'
import { FailedSheet } from '../shell/FailedSheet'
import { Foot } from '../shell/Foot'
import { LoadingSheet } from '../shell/LoadingSheet'
import { RowGroup } from '../ui/RowGroup'
import { RowList } from '../ui/RowList'
import { SectionHeader } from '../ui/SectionHeader'
import { Section, Sheet } from '../ui/Sheet'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { useNow } from '../use-now'
import { useTitle } from '../use-title'
import { ClockNotice } from './ClockNotice'
import { DraftRow } from './DraftRow'
import { OlderLetters } from './OlderLetters'
import { groupsOf } from './outbox-groups'
import { OutboxHead } from './OutboxHead'
import { OutboxLetter } from './OutboxLetter'
import { Unlock } from './Unlock'

/** Every letter that left the desk and every draft: where it stands, why, and what can be done about it. */
export function OutboxScreen() {
  const say = useWords()
  const language = useLanguage()
  const outbox = useQuery(api.letters.outbox, {})
  const mail = useQuery(api.mail.status, {})
  const [openId, setOpenId] = useState<string | null>(null)
  const setting = { say, language, now: useNow(), zone: useZone() }
  useTitle(say('outbox.title'))
  if (outbox.refusal) return <FailedSheet refusal={outbox.refusal} onTryAgain={outbox.again} />
  if (!outbox.value) return <LoadingSheet />
  const { rows, drafts } = outbox.value
  const groups = groupsOf(rows)
  const isPasswordAsked = rows.some(({ reason }) => reason !== null && passwordCodes.includes(reason.code))
  const needsPassword = isPasswordAsked || (mail.value?.needsPassword === true && groups.waiting.length > 0)
  const openness = (id: string) => ({
    isOpen: openId === id,
    onOpen: () => setOpenId(id),
    onClose: () => setOpenId(null),
  })
  const letterOf = (row: OutboxRow) => (
    <OutboxLetter key={row.letter.id} row={row} setting={setting} {...openness(`letter-${row.letter.id}`)} />
  )
  const hints = [
    { keys: ['↑', '↓'], label: say('outbox.keys.move') },
    { keys: ['↵'], label: say('outbox.keys.open') },
  ]
  return (
    <Sheet foot={<Foot hints={hints} />}>
      <OutboxHead groups={groups} drafts={drafts.length} needsPassword={needsPassword} />
      <ClockNotice />
      {needsPassword && <Unlock />}
      <RowGroup takesFocus>
        <Letters id="outbox-needs" title={say('outbox.needs.title')} count={groups.needs.length}>
          {groups.needs.map(letterOf)}
        </Letters>
        <Letters id="outbox-waiting" title={say('outbox.waiting.title')} count={groups.waiting.length}>
          {groups.waiting.map(letterOf)}
        </Letters>
        <Letters id="outbox-drafts" title={say('outbox.drafts.title')} count={drafts.length}>
          {drafts.map((draft) => (
            <DraftRow
              key={draft.letter.id}
              {...draft}
              setting={setting}
              {...openness(`draft-${draft.letter.id}`)}
            />
          ))}
        </Letters>
        <Letters id="outbox-sent" title={say('outbox.sent.title')} count={groups.sent.length}>
          {groups.sent.map(letterOf)}
          <OlderLetters offset={rows.length} letterOf={letterOf} />
        </Letters>
      </RowGroup>
    </Sheet>
  )
}

const passwordCodes: readonly string[] = ['E_PASSWORD_NEEDED', 'E_SMTP_AUTH']

/** One section; without letters it is not there. */
function Letters(props: { id: string; title: string; count: number; children: ReactNode }) {
  const { id, title, count, children } = props
  if (count === 0) return null
  return (
    <Section labelledBy={id}>
      <SectionHeader id={id} title={title} count={count} />
      <RowList labelledBy={id}>{children}</RowList>
    </Section>
  )
}
