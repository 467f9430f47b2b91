import { hostWords } from './en/host'
import { uiWords } from './en/ui'

/** Every sentence of Kept in English, by key. One file per feature; a key stands in one file only. */
export const en = {
  ...uiWords,
  ...hostWords,
} as const
