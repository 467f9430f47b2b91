import { useEffect, useRef, type ReactNode } from 'react'
import { api } from '../../shared/api/index'
import type { ReminderHealth } from '../../shared/api/nudges'
import { minute } from '../../shared/lib/time'
import { useQuery } from '../api'
import { quietMoment } from '../reminders/quiet-words'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { useNow } from '../use-now'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** When Kept last looked, what comes next, and what was told late: asked again every minute. */
export function ReminderHealthGroup() {
  const say = useWords()
  const { value: health, again } = useQuery(api.nudges.health, {})
  useEveryMinute(again)
  if (!health) return null
  return (
    <SettingsGroup title={say('settings.health.title')}>
      <Facts health={health} />
    </SettingsGroup>
  )
}

function Facts({ health }: { health: ReminderHealth }) {
  const say = useWords()
  const moment = useMoment()
  const { lastScanAt, nextDueAt, lateCount, missedCount, restartedAt } = health
  return (
    <dl className={styles.facts}>
      <Fact name={say('settings.health.lastScan')}>{moment(lastScanAt) ?? say('settings.health.never')}</Fact>
      <Fact name={say('settings.health.nextDue')}>
        {moment(nextDueAt) ?? say('settings.health.nothingDue')}
      </Fact>
      <Fact name={say('settings.health.late')} hint={say('settings.health.late.hint')}>
        {say('settings.health.count', { n: lateCount })}
      </Fact>
      <Fact name={say('settings.health.missed')} hint={say('settings.health.missed.hint')}>
        {say('settings.health.count', { n: missedCount })}
      </Fact>
      {restartedAt !== null && (
        <Fact name={say('settings.health.restarted')} hint={say('settings.health.restarted.hint')}>
          {moment(restartedAt)}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        {children}
        {hint && <span className={styles.factHint}>{hint}</span>}
      </dd>
    </div>
  )
}

function useMoment(): (at: number | null) => string | null {
  const language = useLanguage()
  const zone = useZone()
  const now = useNow()
  return (at) => (at === null ? null : quietMoment(at, now, zone, language))
}

function useEveryMinute(again: () => void): void {
  const count = Math.floor(useNow() / minute)
  const last = useRef(count)
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  useEffect(() => {
    if (last.current === count) return
    last.current = count
    latest.current()
  }, [count])
}
