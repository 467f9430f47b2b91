import type { ReactNode } from 'react'
import styles from './sheet.module.css'

/**
 * The sheet: the page in the middle, a rail at its right where there is one (below it in a narrow window),
 * and a foot across both. Only the page and the rail scroll.
 */
export function Sheet({
  children,
  rail,
  railLabel,
  foot,
}: {
  children: ReactNode
  rail?: ReactNode
  railLabel?: string
  foot?: ReactNode
}) {
  return (
    <div className={styles.sheet}>
      <div className={styles.middle} data-rail={rail ? true : undefined}>
        <main className={styles.main} id="sheet" tabIndex={-1}>
          {children}
        </main>
        {rail && (
          <aside className={styles.rail} aria-label={railLabel}>
            {rail}
          </aside>
        )}
      </div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  )
}

/** The head of a screen: the moment, the one sentence, a line of context; `aside` stands at the right. */
export function ScreenHead({
  moment,
  sentence,
  context,
  aside,
}: {
  moment?: ReactNode
  sentence: ReactNode
  context?: ReactNode
  aside?: ReactNode
}) {
  return (
    <div className={styles.head}>
      <div className={styles.headWords}>
        {moment && <p className={styles.moment}>{moment}</p>}
        <h1 className={styles.sentence}>{sentence}</h1>
        {context && <p className={styles.context}>{context}</p>}
      </div>
      {aside}
    </div>
  )
}

/** One part of a screen under its title; hidden parts are not rendered at all. */
export function Section({ children, labelledBy }: { children: ReactNode; labelledBy?: string }) {
  return <section aria-labelledby={labelledBy}>{children}</section>
}
