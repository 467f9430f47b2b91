import { createContext, lazy, Suspense, useCallback, useContext, useState, type ReactNode } from 'react'
import type { LogAbout } from './log-typed'

const LogPalette = lazy(async () => ({ default: (await import('./LogPalette')).LogPalette }))

const LogContext = createContext<(about?: LogAbout) => void>(() => undefined)

/** Opens the quick log over the page: `openLog()`, or for a client whose page is open. */
export const useLog = (): ((about?: LogAbout) => void) => useContext(LogContext)

/** Keeps the quick log at hand for everything below; at most one is open. */
export function LogProvider({ children }: { children: ReactNode }) {
  const [about, setAbout] = useState<LogAbout | null>(null)
  const open = useCallback((wished: LogAbout = {}) => setAbout(wished), [])
  return (
    <LogContext value={open}>
      {children}
      {about && (
        <Suspense fallback={null}>
          <LogPalette about={about} onClose={() => setAbout(null)} />
        </Suspense>
      )}
    </LogContext>
  )
}
