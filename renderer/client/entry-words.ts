import type { Zone } from '../../shared/lib/time'
import type { Language } from '../../shared/words/say'

/** An entry of "So far" in words: what happened in bold, what it was about, and a second line. */
export type EntryWords = {
  readonly did: string
  readonly about: string
  readonly second: string | null
  /** The second line is what a client wrote or said. */
  readonly isTheirWords: boolean
  /** At the right: what an extra cost. */
  readonly end: string | null
}

export type WordSetting = { readonly zone: Zone; readonly currency: string; readonly language: Language }

/** Nothing besides what happened. */
export const plain = { second: null, isTheirWords: false, end: null }
