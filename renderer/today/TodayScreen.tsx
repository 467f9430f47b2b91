import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { Today } from '../../shared/domain/today'
import { dayOf } from '../../shared/lib/time'
import { useQuery } from '../api'
import { Told } from '../reminders/Told'
import { nothingAsked, type Asked } from '../route'
import { FailedSheet } from '../shell/FailedSheet'
import { Foot } from '../shell/Foot'
import { LoadingSheet } from '../shell/LoadingSheet'
import { AsideRows } from '../snooze/AsideRows'
import { useShownAgain } from '../snooze/use-shown-again'
import { RowGroup } from '../ui/RowGroup'
import { Sheet } from '../ui/Sheet'
import { useWords } from '../ui/use-words'
import { useNow } from '../use-now'
import { useTitle } from '../use-title'
import { ComingUp } from './ComingUp'
import { DoneSection } from './DoneSection'
import { EmptyToday } from './EmptyToday'
import { ExtrasSection } from './ExtrasSection'
import { numbersOf } from './numbers'
import { asideRowIds, openUnderRow, type OpenPanel, type RowSetting } from './panels'
import { PromisesSection } from './PromisesSection'
import { focusSection, TodayHead } from './TodayHead'
import { useTodayHints } from './today-hints'
import { UpdatesSection } from './UpdatesSection'
import { useNewDay } from './use-new-day'
import { useOnce } from './use-once'
import { WaitingSection } from './WaitingSection'

/** Today: who waits, what is promised, who is due an update, where a little extra would fit, what comes up. */
export function TodayScreen(asked: Partial<Asked>) {
  const say = useWords()
  const { value, refusal, again } = useQuery(api.today.show, {})
  useTitle(say('today.title'))
  if (value) return <Day today={value} again={again} asked={{ ...nothingAsked, ...asked }} />
  if (refusal) return <FailedSheet refusal={refusal} onTryAgain={again} />
  return <LoadingSheet />
}

function Day({ today, again, asked }: { today: Today; again: () => void; asked: Asked }) {
  const say = useWords()
  const hints = useTodayHints()
  const now = useNow()
  const [open, setOpen] = useState<OpenPanel | null>(null)
  const [showsReady, setShowsReady] = useState(false)
  useNewDay(dayOf(now, today.zone), today.day, again)
  useShownAgain(today.aside, now, again)
  const { isClear, isNew } = numbersOf(today, now)
  const panels = { open: openUnderRow(open, today), show: setOpen, close: () => setOpen(null) }
  const reach = useOnce(today, asked, { now, show: setOpen, again })
  const aside = asideRowIds(today)
  const setting: RowSetting = { day: today.day, zone: today.zone, now, panels, aside, reach }
  const isReadyShown = showsReady || reach?.startsWith('update') === true
  const showUpdates = () => {
    setShowsReady(true)
    requestAnimationFrame(() => focusSection('updates'))
  }
  return (
    <Sheet
      rail={<ComingUp days={today.comingUp} />}
      railLabel={say('today.coming.title')}
      foot={<Foot hints={hints} />}
    >
      <TodayHead today={today} now={now} onShowUpdates={showUpdates} />
      <Told zone={today.zone} now={now} day={today.day} />
      {isNew && <EmptyToday />}
      <RowGroup takesFocus>
        <WaitingSection today={today} setting={setting} />
        <PromisesSection today={today} setting={setting} />
        {isClear && <DoneSection done={today.done} zone={today.zone} />}
        <UpdatesSection updates={isClear && !isReadyShown ? none : today.updates} setting={setting} />
        <ExtrasSection today={today} isClear={isClear} setting={setting} />
        <AsideRows aside={today.aside} clock={today} reach={reach} />
      </RowGroup>
    </Sheet>
  )
}

/** On a clear day an update that is ready ahead of its day is told in the line of context, until asked for. */
const none: Today['updates'] = []
