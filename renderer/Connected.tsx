import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { parseRoute } from '../shared/domain/route'
import { AnswersProvider, ConnectionProvider, newQueryClient, usePushes, type Connection } from './api'
import { showNote } from './notes'
import { goTo } from './route'
import { StatusProvider } from './status'
import { KeysProvider } from './ui/KeysProvider'
import { watchWire, type WatchedWire } from './watch-wire'

const WireContext = createContext<WatchedWire | null>(null)

/** The wire of this window, and whether the host answers over it. */
export function useWatchedWire(): WatchedWire {
  const wire = useContext(WireContext)
  if (!wire) throw new Error('A screen was shown outside its connection.')
  return wire
}

/** What every screen stands in: the way to the host, the memory of its answers, the keys, the status line. */
export function Connected({ connection, children }: { connection: Connection; children: ReactNode }) {
  const [client] = useState(newQueryClient)
  const wire = useMemo(() => watchWire(connection.wire), [connection.wire])
  const watched = useMemo(() => ({ wire, clock: connection.clock }), [wire, connection.clock])
  return (
    <WireContext value={wire}>
      <ConnectionProvider value={watched}>
        <AnswersProvider client={client}>
          <KeysProvider>
            <StatusProvider>
              <Pushes />
              {children}
            </StatusProvider>
          </KeysProvider>
        </AnswersProvider>
      </ConnectionProvider>
    </WireContext>
  )
}

/** A place the host wants this window at is gone to; a note is shown where a browser is to show it. */
function Pushes() {
  usePushes((push) => (push.kind === 'open' ? goTo(parseRoute(push.place)) : showNote(push.note)))
  return null
}
