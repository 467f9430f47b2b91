import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { keepFocus } from './keep-focus'
import { KeyCap, keyShortcut } from './KeyCap'
import { useWords } from './use-words'
import styles from './shell.module.css'

/** The window: a pale shell with the sidebar, and beside it the one sheet. */
export function Shell({ sidebar, children }: { sidebar: ReactNode; children: ReactNode }) {
  const say = useWords()
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#sheet" onClick={focusSheet}>
        {say('ui.skipToContent')}
      </a>
      {sidebar}
      {children}
    </div>
  )
}

function focusSheet(event: { preventDefault: () => void }): void {
  event.preventDefault()
  keepFocus(() => document.getElementById('sheet'))
}

/** The sidebar: mark, what can be begun, where one can go, and at its foot the working day and Settings. */
export function Sidebar({
  brand,
  top,
  nav,
  foot,
  label,
}: {
  brand: ReactNode
  top?: ReactNode
  nav: ReactNode
  foot?: ReactNode
  /** The name of the navigation for assistive technology. */
  label: string
}) {
  return (
    <header className={styles.sidebar}>
      <div className={styles.brand}>{brand}</div>
      {top && <div className={styles.top}>{top}</div>}
      <nav className={styles.nav} aria-label={label}>
        {nav}
      </nav>
      {foot && <div className={styles.foot}>{foot}</div>}
    </header>
  )
}

/** A group of places in the sidebar. */
export function NavList({ children }: { children: ReactNode }) {
  return (
    <ul role="list" className={styles.places}>
      {children}
    </ul>
  )
}

/** One place in the sidebar: a link with an icon, a word and a count. */
export function NavItem({
  icon,
  children,
  count,
  isCurrent = false,
  ...link
}: Omit<ComponentProps<'a'>, 'className'> & {
  icon: ReactNode
  count?: number | undefined
  isCurrent?: boolean
}) {
  return (
    <li>
      <a {...link} className={styles.place} aria-current={isCurrent ? 'page' : undefined}>
        {icon}
        <span className={styles.placeName}>{children}</span>
        {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
      </a>
    </li>
  )
}

/** A thing to begin from the sidebar; `isField` draws it as the field it opens. */
export function SidebarButton({
  icon,
  children,
  keyCap,
  isField = false,
  isCurrent = false,
  ...button
}: Omit<ComponentProps<'button'>, 'className'> & {
  icon: ReactNode
  keyCap?: string
  isField?: boolean
  isCurrent?: boolean
}) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keyCap && keyShortcut(keyCap)}
      aria-current={isCurrent ? 'page' : undefined}
      {...button}
      className={classNames(isField ? styles.field : styles.place, !isField && styles.begin)}
    >
      {icon}
      <span className={styles.placeName}>{children}</span>
      {keyCap && (
        <span className={styles.cap} aria-hidden>
          <KeyCap>{keyCap}</KeyCap>
        </span>
      )}
    </button>
  )
}

/** How much of the working day is left, in words and as a bar; `share` is the part gone, 0 to 1. */
export function DayLeft({ title, text, share }: { title: string; text: string; share: number }) {
  return (
    <div className={styles.day}>
      <div className={styles.dayTitle}>{title}</div>
      <div className={styles.dayText}>{text}</div>
      <div className={styles.bar} aria-hidden>
        <div className={styles.barGone} style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      </div>
    </div>
  )
}
