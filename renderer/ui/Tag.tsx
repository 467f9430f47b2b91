import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './tag.module.css'

/** What a colour means; neutral where nothing is late, soon, kept or extra. */
export type Tone = 'neutral' | 'late' | 'soon' | 'kept' | 'extra' | 'accent'

/** A badge: words at 12 px in a tag of 20 px. */
export function Tag({ children, tone = 'neutral' }: { children: ReactNode; tone?: Tone }) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>
}
