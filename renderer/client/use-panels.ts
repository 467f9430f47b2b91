import { useMemo, useState } from 'react'
import type { OpenPanel, Panels } from './panels'

/** Keeps what is open on a client's page. */
export function usePanels(): Panels {
  const [open, setOpen] = useState<OpenPanel | null>(null)
  return useMemo(() => ({ open, show: setOpen, close: () => setOpen(null) }), [open])
}
