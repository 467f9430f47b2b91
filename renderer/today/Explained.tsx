import type { ReactNode } from 'react'

/** Words with an explanation: shown when pointed at, and read aloud after them. */
export function Explained({ children, by }: { children: ReactNode; by: string }) {
  return (
    <span title={by}>
      {children}
      <span className="visually-hidden"> ({by})</span>
    </span>
  )
}
