import { lazy, Suspense, useEffect } from 'react'
import { api } from '../shared/api/index'
import { assertNever } from '../shared/lib/assert'
import { useQuery } from './api'
import { LogProvider, useLog } from './log/LogProvider'
import { RecoveryScreen } from './recovery/RecoveryScreen'
import { hrefOf } from '../shared/domain/route'
import { usePlace, type Place } from './route'
import { AppShell } from './shell/AppShell'
import { FaultBoundary } from './shell/FaultBoundary'
import { LoadingSheet } from './shell/LoadingSheet'
import { NoSession } from './shell/NoSession'
import { SheetFocus } from './shell/SheetFocus'
import { useShellKeys } from './shell/use-shell-keys'
import { TodayScreen } from './today/TodayScreen'

const ClientScreen = lazy(async () => ({ default: (await import('./client/ClientScreen')).ClientScreen }))
const ClientsScreen = lazy(async () => ({
  default: (await import('./clients/ClientsScreen')).ClientsScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('./settings/SettingsScreen')).SettingsScreen,
}))
const OutboxScreen = lazy(async () => ({ default: (await import('./outbox/OutboxScreen')).OutboxScreen }))

/** The whole window: the shell with the screen of the route, the ways out of a missing store, or of a stale link. */
export function App() {
  const { refusal } = useQuery(api.today.show, {})
  if (refusal?.code === 'E_TOKEN') return <NoSession />
  if (refusal?.code === 'E_DB_MISSING') return <RecoveryScreen />
  return (
    <LogProvider>
      <Places />
    </LogProvider>
  )
}

function Places() {
  const { forget, ...place } = usePlace()
  const { route } = place
  useShellKeys()
  useLogOnce(place, forget)
  return (
    <AppShell route={route}>
      <FaultBoundary key={hrefOf(route)}>
        <Suspense fallback={<LoadingSheet />}>
          <Screen place={place} forget={forget} />
          <SheetFocus place={hrefOf(route)} />
        </Suspense>
      </FaultBoundary>
    </AppShell>
  )
}

/** Opens the quick log where the address asked for it. */
function useLogOnce({ once }: Place, forget: () => void): void {
  const log = useLog()
  const isWanted = once?.opens === 'log'
  useEffect(() => {
    if (!isWanted) return
    log()
    forget()
  }, [isWanted, log, forget])
}

function Screen({ place, forget }: { place: Place; forget: () => void }) {
  const { route, once } = place
  switch (route.screen) {
    case 'clients':
      return <ClientsScreen once={once} onDone={forget} />
    case 'client':
      return <ClientScreen clientId={route.clientId} />
    case 'outbox':
      return <OutboxScreen />
    case 'settings':
      return <SettingsScreen part={route.part} />
    case 'today':
      return <TodayScreen once={once} onDone={forget} />
    default:
      return assertNever(route)
  }
}
