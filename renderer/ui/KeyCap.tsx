import { classNames } from './class-names'
import styles from './key-cap.module.css'

/** A key as it is printed: 'A', 'Ctrl K', '↵'. On a filled button it takes the button's colour. */
export function KeyCap({ children, isOnAccent = false }: { children: string; isOnAccent?: boolean }) {
  return <kbd className={classNames(styles.cap, isOnAccent && styles.onAccent)}>{children}</kbd>
}

const namesOfKeys: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Esc: 'Escape',
  '↵': 'Enter',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
}

/** 'Ctrl ↵' as assistive technology expects it: 'Control+Enter'. */
export const keyShortcut = (cap: string): string =>
  cap
    .split(' ')
    .map((key) => namesOfKeys[key] ?? key)
    .join('+')
