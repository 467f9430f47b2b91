import { createContext, useContext } from 'react'

/** One confirmation: what was done, and how to take it back. */
export type Confirmation = { readonly text: string; readonly undo?: (() => void) | undefined }

export type Status = {
  readonly shown: (Confirmation & { readonly id: number }) | null
  /** Shows a confirmation in the status line until the next one, or for ten seconds. */
  readonly confirm: (confirmation: Confirmation) => void
  readonly clear: () => void
}

/** How long a confirmation stays, in ms. */
export const confirmationLasts = 10_000

export const StatusContext = createContext<Status>({
  shown: null,
  confirm: () => undefined,
  clear: () => undefined,
})

/** The status line: `const { confirm } = useStatus()`, then `confirm({ text, undo })`. */
export const useStatus = (): Status => useContext(StatusContext)
