import { useState, type ReactNode } from 'react'
import { AnswersProvider, ConnectionProvider, newQueryClient, useChanges, type Connection } from './api'
import { StatusProvider } from './status'
import { KeysProvider } from './ui/KeysProvider'

/** What every screen stands in: the way to the host, the memory of its answers, the keys, the status line. */
export function Connected({ connection, children }: { connection: Connection; children: ReactNode }) {
  const [client] = useState(newQueryClient)
  return (
    <ConnectionProvider value={connection}>
      <AnswersProvider client={client}>
        <KeysProvider>
          <StatusProvider>
            <Changes />
            {children}
          </StatusProvider>
        </KeysProvider>
      </AnswersProvider>
    </ConnectionProvider>
  )
}

function Changes() {
  useChanges()
  return null
}
