import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { KeyCap, keyShortcut } from './KeyCap'
import styles from './button.module.css'

/**
 * Filled: what Enter does here, one per region. Outlined: the likely alternative. Quiet: every other.
 * Link: a quiet word in the accent, beside a title.
 */
export type ButtonKind = 'filled' | 'outlined' | 'quiet' | 'link'

export type ButtonProps = Omit<ComponentProps<'button'>, 'children' | 'className'> & {
  readonly children: ReactNode
  readonly kind?: ButtonKind
  /** Height in px: 28 in rows and panels, 34 in a send bar, 40 on first run. */
  readonly size?: 28 | 34 | 40
  readonly icon?: ReactNode
  /** The key that does the same, printed in the button: 'A', 'Ctrl ↵'. */
  readonly keyCap?: string | undefined
}

/** A native button. It submits no form unless `type="submit"` is given. */
export function Button({ children, kind = 'quiet', size = 28, icon, keyCap, ...button }: ButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keyCap && keyShortcut(keyCap)}
      {...button}
      className={classNames(styles.button, styles[kind], styles[`size${size}`], keyCap && styles.withCap)}
    >
      {icon}
      <span>{children}</span>
      {keyCap && (
        <span className={styles.cap} aria-hidden>
          <KeyCap isOnAccent={kind === 'filled'}>{keyCap}</KeyCap>
        </span>
      )}
    </button>
  )
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'className'> & {
  /** What the button does, in words: its name and its tooltip. */
  readonly label: string
  readonly icon: ReactNode
}

/** A square button of 28 px that shows an icon only. */
export function IconButton({ label, icon, ...button }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} {...button} className={styles.iconButton}>
      {icon}
    </button>
  )
}
