import { Fragment } from 'react'
import type { SaidPart } from '../../shared/words/say'
import styles from './said.module.css'

/** Where a tagged piece of a sentence leads: an address, or what a press does. */
export type SaidTarget = string | (() => void)

/** A sentence of `sayParts` whose tagged pieces are links: `links` names the target of each tag. */
export function Said({
  parts,
  links,
}: {
  parts: readonly SaidPart[]
  links: Readonly<Record<string, SaidTarget>>
}) {
  return parts.map((part, index) => {
    const target = part.tag !== null && Object.hasOwn(links, part.tag) ? links[part.tag] : undefined
    if (target === undefined) return <Fragment key={index}>{part.text}</Fragment>
    if (typeof target === 'string')
      return (
        <a key={index} className={styles.link} href={target}>
          {part.text}
        </a>
      )
    return (
      <button key={index} type="button" className={styles.link} onClick={target}>
        {part.text}
      </button>
    )
  })
}
