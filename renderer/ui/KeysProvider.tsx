import type { ReactNode } from 'react'
import { KeysContext, useKeyRegister } from './use-keys'

/** Gives a screen its single-letter keys; `isOn` is the setting that switches them off. */
export function KeysProvider({ children, isOn = true }: { children: ReactNode; isOn?: boolean }) {
  return <KeysContext value={useKeyRegister(isOn)}>{children}</KeysContext>
}
