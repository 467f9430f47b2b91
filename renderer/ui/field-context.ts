import { createContext, useContext } from 'react'

/** What a field gives the control inside it: who names it, who describes it, and whether it is wrong. */
export type FieldPlace = {
  readonly id: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
  readonly isRequired: boolean
  /** A control says what is wrong with what was typed into it; null takes it back. */
  readonly report: (error: string | null) => void
}

export const FieldContext = createContext<FieldPlace | undefined>(undefined)

/** The attributes a control takes from the field around it; outside a field there are none. */
export function useFieldAttributes() {
  const place = useContext(FieldContext)
  if (!place) return {}
  return {
    id: place.id,
    'aria-describedby': place.describedBy,
    'aria-invalid': place.isInvalid || undefined,
    required: place.isRequired,
  }
}

const nobody = () => undefined

/** How a control reports an error of its own to the field around it. */
export const useFieldReport = (): FieldPlace['report'] => useContext(FieldContext)?.report ?? nobody
