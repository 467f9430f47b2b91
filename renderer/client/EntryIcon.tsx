import type { ReactNode } from 'react'
import type { TimelineEntry } from '../../shared/api/clients'
import type { Channel } from '../../shared/domain/message'
import { assertNever } from '../../shared/lib/assert'
import { classNames } from '../ui/class-names'
import {
  CheckIcon,
  CloseIcon,
  ExtraIcon,
  LogIcon,
  MailIcon,
  MeetingIcon,
  MovedIcon,
  PhoneIcon,
  PromiseIcon,
  TextMessageIcon,
  UpdateIcon,
  VoicemailIcon,
  type IconProps,
} from '../ui/icons'
import styles from './timeline.module.css'

/** The sign of an entry in its circle on the line; kept promises and extras have their colour. */
export function EntryIcon({ entry }: { entry: TimelineEntry }) {
  const Icon = iconOf(entry)
  const tone = entry.kind === 'promise-kept' ? styles.kept : entry.kind === 'extra' ? styles.extra : null
  return (
    <span className={classNames(styles.circle, tone)}>
      <Icon size={14} />
    </span>
  )
}

function iconOf(entry: TimelineEntry): (props: IconProps) => ReactNode {
  switch (entry.kind) {
    case 'message':
      return byChannel[entry.channel]
    case 'promise-made':
      return PromiseIcon
    case 'promise-kept':
      return CheckIcon
    case 'promise-broken':
    case 'promise-withdrawn':
      return CloseIcon
    case 'promise-moved':
      return MovedIcon
    case 'update':
      return UpdateIcon
    case 'extra':
      return ExtraIcon
    default:
      return assertNever(entry)
  }
}

const byChannel: Readonly<Record<Channel, (props: IconProps) => ReactNode>> = {
  email: MailIcon,
  call: PhoneIcon,
  voicemail: VoicemailIcon,
  text: TextMessageIcon,
  meeting: MeetingIcon,
  note: LogIcon,
}
