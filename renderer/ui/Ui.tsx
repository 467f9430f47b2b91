import type { ReactNode } from 'react'
import type { Language } from '../../shared/words/say'
import { KeysProvider } from './KeysProvider'
import { StatusProvider } from './StatusProvider'
import { LanguageContext } from './use-words'

export type UiProps = {
  readonly children: ReactNode
  readonly language?: Language
  /** Whether single-letter keys are on: the setting. */
  readonly hasKeys?: boolean
  /** Z when no confirmation is shown: takes back the last command. */
  readonly onUndoLast?: () => void
}

/** What every screen stands in: its language, its keys, its status line. Once, around the whole app. */
export function Ui({ children, language = 'en', hasKeys = true, onUndoLast }: UiProps) {
  return (
    <LanguageContext value={language}>
      <KeysProvider isOn={hasKeys}>
        <StatusProvider {...(onUndoLast && { onUndoLast })}>{children}</StatusProvider>
      </KeysProvider>
    </LanguageContext>
  )
}
