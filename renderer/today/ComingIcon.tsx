import type { ComingItem } from '../../shared/domain/coming-up'
import { assertNever } from '../../shared/lib/assert'
import { CalendarIcon, ExtraIcon, PhoneIcon, PlaceIcon, PromiseIcon, UpdateIcon } from '../ui/icons'
import styles from './coming-up.module.css'

/** What kind of thing comes up, as a shape; the words beside it say it too. */
export function ComingIcon({ item }: { item: ComingItem }) {
  const Icon = iconOf(item)
  return (
    <span className={Icon === ExtraIcon ? styles.extraIcon : styles.icon}>
      <Icon size={14} />
    </span>
  )
}

function iconOf(item: ComingItem) {
  switch (item.kind) {
    case 'promise':
      return PromiseIcon
    case 'update':
      return UpdateIcon
    case 'extra':
      return ExtraIcon
    case 'event':
      return CalendarIcon
    case 'milestone':
      return iconOfMilestone(item.milestoneKind)
    default:
      return assertNever(item)
  }
}

function iconOfMilestone(kind: Extract<ComingItem, { kind: 'milestone' }>['milestoneKind']) {
  switch (kind) {
    case 'call':
      return PhoneIcon
    case 'visit':
    case 'tasting':
      return PlaceIcon
    case 'birthday':
    case 'anniversary':
      return ExtraIcon
    case 'payment':
    case 'deadline':
      return CalendarIcon
    default:
      return assertNever(kind)
  }
}
