import { KeyCap } from './KeyCap'
import styles from './key-strip.module.css'

/** Keys and what they do: { keys: ['↑', '↓'], label: 'Move' }. */
export type KeyHint = { readonly keys: readonly string[]; readonly label: string }

/** The strip of keys at the foot of the sheet; `end` stands at its right. */
export function KeyStrip({ hints, end }: { hints: readonly KeyHint[]; end?: readonly KeyHint[] }) {
  return (
    <div className={styles.strip}>
      {hints.map((hint) => (
        <Hint key={hint.label} hint={hint} />
      ))}
      <span className={styles.space} />
      {end?.map((hint) => (
        <Hint key={hint.label} hint={hint} />
      ))}
    </div>
  )
}

function Hint({ hint }: { hint: KeyHint }) {
  return (
    <span className={styles.hint}>
      {hint.keys.map((key) => (
        <KeyCap key={key}>{key}</KeyCap>
      ))}
      <span>{hint.label}</span>
    </span>
  )
}
