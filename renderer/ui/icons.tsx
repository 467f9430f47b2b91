import {
  Armchair,
  ArrowRight,
  BookmarkCheck,
  Calendar,
  CalendarClock,
  Check,
  ChevronDown,
  ChevronRight,
  Clock,
  Copy,
  Ellipsis,
  Gift,
  Heart,
  Hourglass,
  Mail,
  MapPin,
  MessageSquare,
  Pencil,
  Phone,
  PhoneMissed,
  Plus,
  RefreshCw,
  Reply,
  Search,
  Send,
  Settings2,
  StickyNote,
  Sun,
  TriangleAlert,
  Undo2,
  Users,
  Voicemail,
  Wallet,
  X,
  type LucideIcon,
} from 'lucide-react'

export type IconProps = { readonly size?: 14 | 16 | 18 }

/** Icons of the 24 grid at a stroke of 1.7. They say nothing aloud: words stand beside them. */
const drawn = (Drawing: LucideIcon) =>
  function Icon({ size = 16 }: IconProps) {
    return <Drawing size={size} strokeWidth={1.7} aria-hidden />
  }

export const AddIcon = drawn(Plus)
export const AlertIcon = drawn(TriangleAlert)
export const ArrowIcon = drawn(ArrowRight)
export const CalendarIcon = drawn(Calendar)
export const ChairIcon = drawn(Armchair)
export const CheckIcon = drawn(Check)
export const ChevronDownIcon = drawn(ChevronDown)
export const ChevronRightIcon = drawn(ChevronRight)
export const ClientsIcon = drawn(Users)
export const ClockIcon = drawn(Clock)
export const CloseIcon = drawn(X)
export const ComposeIcon = drawn(Pencil)
export const CopyIcon = drawn(Copy)
export const ExtraIcon = drawn(Gift)
export const HoldIcon = drawn(Hourglass)
export const LogIcon = drawn(StickyNote)
export const LoyaltyIcon = drawn(Heart)
export const MailIcon = drawn(Mail)
export const MeetingIcon = drawn(Users)
export const MoreIcon = drawn(Ellipsis)
export const MovedIcon = drawn(CalendarClock)
export const OutboxIcon = drawn(Send)
export const PaymentIcon = drawn(Wallet)
export const PhoneIcon = drawn(Phone)
export const PhoneMissedIcon = drawn(PhoneMissed)
export const PlaceIcon = drawn(MapPin)
export const PromiseIcon = drawn(BookmarkCheck)
export const ReplyIcon = drawn(Reply)
export const SearchIcon = drawn(Search)
export const SettingsIcon = drawn(Settings2)
export const TextMessageIcon = drawn(MessageSquare)
export const TodayIcon = drawn(Sun)
export const UndoIcon = drawn(Undo2)
export const UpdateIcon = drawn(RefreshCw)
export const VoicemailIcon = drawn(Voicemail)

/** The mark: a bow, the thread round a finger. */
export function BowMark({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M10 8.4C9 5.2 7 3 4.7 3 3 3 1.9 4.1 1.9 5.7c0 2.1 1.9 3.3 4.3 3.3 1.6 0 2.9-.2 3.8-.6Z" />
      <path d="M10 8.4C11 5.2 13 3 15.3 3c1.7 0 2.8 1.1 2.8 2.7 0 2.1-1.9 3.3-4.3 3.3-1.6 0-2.9-.2-3.8-.6Z" />
      <path d="M9.3 9.6 4.6 18M10.7 9.6l4.7 8.4" />
    </svg>
  )
}
