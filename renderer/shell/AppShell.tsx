import type { ReactNode } from 'react'
import { api } from '../../shared/api/index'
import type { Today } from '../../shared/domain/today'
import { useQuery } from '../api'
import { useLog } from '../log/LogProvider'
import { hrefOf, type Route } from '../../shared/domain/route'
import { BowMark, ClientsIcon, LogIcon, OutboxIcon, SettingsIcon, TodayIcon } from '../ui/icons'
import { DayLeft, NavItem, NavList, Shell, Sidebar, SidebarButton } from '../ui/Shell'
import { useLanguage, useWords } from '../ui/use-words'
import { QuietNote } from '../reminders/QuietNote'
import { numbersOf } from '../today/numbers'
import { useNow } from '../use-now'
import { LostNote } from './LostNote'
import { openingWords } from './opening-words'
import { SampleNote } from './SampleNote'

/** The window around every screen: the sidebar with its counts, the working day, and the sheet beside it. */
export function AppShell({ route, children }: { route: Route; children: ReactNode }) {
  const say = useWords()
  const log = useLog()
  const { value: today } = useQuery(api.today.show, {})
  return (
    <Shell
      sidebar={
        <Sidebar
          label={say('shell.places')}
          brand={
            <>
              <BowMark />
              <span>{say('app.name')}</span>
            </>
          }
          top={
            <SidebarButton
              isField
              icon={<LogIcon />}
              keyCap="Ctrl K"
              title={say('shell.logHint')}
              onClick={() => log()}
            >
              {say('shell.log')}
            </SidebarButton>
          }
          nav={<Places route={route} counts={today && countsOf(today)} />}
          foot={
            <>
              <LostNote />
              <SampleNote />
              <QuietNote />
              {today && <WorkingDay today={today} />}
              <NavList>
                <NavItem
                  icon={<SettingsIcon />}
                  href={hrefOf({ screen: 'settings', part: 'business' })}
                  isCurrent={route.screen === 'settings'}
                >
                  {say('shell.settings')}
                </NavItem>
              </NavList>
            </>
          }
        />
      }
    >
      {children}
    </Shell>
  )
}

function Places({ route, counts }: { route: Route; counts: Today['counts'] | undefined }) {
  const say = useWords()
  const isClients = route.screen === 'clients' || route.screen === 'client'
  return (
    <NavList>
      <NavItem
        icon={<TodayIcon />}
        href={hrefOf({ screen: 'today' })}
        count={counts?.today}
        isCurrent={route.screen === 'today'}
      >
        {say('shell.today')}
      </NavItem>
      <NavItem
        icon={<ClientsIcon />}
        href={hrefOf({ screen: 'clients' })}
        count={counts?.clients}
        isCurrent={isClients}
      >
        {say('shell.clients')}
      </NavItem>
      <NavItem
        icon={<OutboxIcon />}
        href={hrefOf({ screen: 'outbox' })}
        count={counts?.outbox}
        isCurrent={route.screen === 'outbox'}
      >
        {say('shell.outbox')}
      </NavItem>
    </NavList>
  )
}

/** On a clear day nothing is left to do, so nothing is counted; an update may be ready ahead of its day. */
const countsOf = (today: Today): Today['counts'] =>
  numbersOf(today, 0).isClear ? { ...today.counts, today: 0 } : today.counts

function WorkingDay({ today }: { today: Today }) {
  const language = useLanguage()
  return <DayLeft {...openingWords(today.opening, today.zone, useNow(), language)} />
}
