import { createContext, useContext } from 'react'
import type { Keys } from './use-keys'

export type RowSelection = {
  readonly selectedId: string | undefined
  readonly select: (id: string) => void
  /** Tells the group that a row came or went. */
  readonly sync: () => void
  /** Keys of a row that no button prints. */
  readonly keysOf: Map<string, Keys>
}

export const RowsContext = createContext<RowSelection | undefined>(undefined)

/** Whether the row around this component is selected; buttons and links in it are reached by Tab only then. */
export const RowContext = createContext<{ readonly isSelected: boolean }>({ isSelected: false })

/** What a component inside a row needs to know of it. */
export const useRow = (): { readonly isSelected: boolean } => useContext(RowContext)
