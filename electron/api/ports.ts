import type { Desk, DeskDetails } from '../../shared/domain/desk'
import type { Security } from '../../shared/domain/mail-account'
import type { Note } from '../../shared/domain/note'
import type { RefusalValues } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import type { Missing } from '../../shared/api/recovery'
import type { Backup } from '../../shared/api/settings'

/** One name with its mail address, as it stands in a header. */
export type Mailbox = { readonly name: string; readonly address: string }

/** A letter as its bytes are made: equal letters give equal bytes, so date, id and boundary come from outside. */
export type MimeLetter = {
  /** Null where no account says who writes: the mail program that takes the letter over fills it in. */
  readonly from: Mailbox | null
  readonly to: readonly Mailbox[]
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly date: Instant
  /** With its angle brackets. */
  readonly messageId: string
  readonly boundary: string
}

/** Makes the bytes of a letter; touches neither disk nor network. */
export type Mime = (letter: MimeLetter) => Promise<Uint8Array>

/** The mail server to speak to; `password` is null where the server asks for none. */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly user: string | null
  readonly password: string | null
}

/** Who a letter goes from and to on the wire, as frozen at Send. */
export type Envelope = { readonly from: string; readonly to: readonly string[] }

/**
 * How one attempt ended. `later`: nothing was handed over, try again; `paused`: the account needs the user
 * first; `refused`: the server will not take it; `unknown`: the connection broke after the letter was handed over.
 */
export type Delivery =
  | { readonly outcome: 'sent'; readonly answer: string; readonly refused: readonly string[] }
  | {
      readonly outcome: 'later' | 'paused' | 'refused' | 'unknown'
      readonly code: `E_${string}`
      readonly values: RefusalValues
    }

/** The world of mail servers. */
export type Mail = {
  /** Connects, signs in, leaves again. Refuses what the server or its certificate refused. */
  check(server: MailServer): Promise<{ readonly greeting: string }>
  /** Hands over the bytes as they are; the last of them leave only after `beforeLastDot` has settled. */
  send(
    server: MailServer,
    envelope: Envelope,
    bytes: Uint8Array,
    beforeLastDot: () => Promise<void>,
  ): Promise<Delivery>
}

/** The ways out where the store is missing at the start; where it is not, `missing` is null and the rest refuse. */
export type Recovery = {
  missing(): Promise<Missing | null>
  /** Refuses E_BACKUP_BAD. */
  restore(file: string): Promise<void>
  /** Refuses E_FILE_MISSING, E_DB_NOT_KEPT, E_DB_TOO_NEW. */
  choose(file: string): Promise<void>
  startEmpty(): Promise<void>
}

/** What Kept is shown by: windows, notes outside them, and its place on this computer. */
export type Shell = {
  /** Opens another window by itself (null), or makes a one-time link to one. */
  openWindow(): Promise<string | null>
  /** Shows notes outside the window, at best. Refuses E_NOTIFY_UNAVAILABLE. */
  showNotes(notes: readonly Note[]): Promise<void>
  /** Null in a browser, which has nothing to set. */
  readonly desk: DeskPort | null
}

/** How Kept sits on this computer: start at login, the tray, the shortcut. Refuses E_DESK_FAILED. */
export type DeskPort = { show(): Promise<Desk>; change(details: DeskDetails): Promise<Desk> }

/** When was looked last, and when looking had stopped and was begun again; null where it never was. */
export type Watch = { readonly lastScanAt: Instant | null; readonly restartedAt: Instant | null }

/**
 * The computer's clock, which anybody may set. Whatever is done because its time has come looks first: what a jump
 * asks for is done once `look` settles. Where the clock was set by hand at the start, nothing is watched.
 */
export type ClockWatch = {
  look(): Promise<void>
  /** By how much the clock was moved, in ms, back below 0, and nobody has said since that it is right. */
  movedBy(): number
  /** The user says that the clock is right as it is. */
  trust(): void
}

/** What Kept needs of the machine it runs on. */
export type Host = {
  readonly version: string
  readonly storeFile: string
  /** True where the clock was set by hand: letters then go to a server on this computer only. */
  readonly isClockSet: boolean
  /** Passwords live in memory only and are gone when Kept is closed. */
  readonly password: { get(): string | null; set(password: string | null): void }
  /** Makes and verifies a backup. Refuses E_BACKUP_FAILED. */
  backUp(why: 'by-hand' | 'daily', now: Instant): Promise<Backup>
  /** Newest first. */
  listBackups(): Promise<readonly Backup[]>
  readonly recovery: Recovery
  readonly shell: Shell
  /** How looking for what has come due goes. */
  watch(): Watch
  readonly clockWatch: ClockWatch
}

/** The only clock a backend has. */
export type Clock = { readonly now: () => Instant }

/** What went wrong that no Refusal foresaw: for the log, which never holds contents. */
export type Fault = { readonly request: string; readonly error: unknown }
