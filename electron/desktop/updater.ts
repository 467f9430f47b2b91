import type { FoundUpdate, UpdateFeed, UpdateState } from '../../shared/domain/update'
import { Refusal } from '../../shared/lib/refusal'
import { hour, type Instant } from '../../shared/lib/time'
import type { Clock } from '../api/ports'
import { entryOf, isLookDue, type UpdateAct } from './updater-rule'
import { announcementFile, demandSigned } from './updater-signature'

/** What finds, fetches and installs a newer program: electron-updater, or whoever stands in for it. */
export type Installer = {
  /** The newest Kept where it is newer than this one, else null. */
  find(): Promise<FoundUpdate | null>
  /** Fetches what was found and holds it against its hash. Refuses E_UPDATE_INVALID. */
  fetch(): Promise<void>
  /** Ends this Kept and starts the newer one. */
  install(): void
  /** A file of the feed, whole. */
  read(file: string): Promise<Uint8Array>
}

export type UpdateParts = {
  readonly feed: UpdateFeed
  readonly installer: Installer
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly clock: Clock
  readonly note: (what: string) => void
  /** Called whenever the entry of the menu has changed. */
  readonly onChange: () => void
}

/** The entry for the application's menu, as Electron takes it. */
export type UpdateEntry = { readonly label: string; readonly enabled: boolean; readonly click: () => void }

/** Newer Kepts: the entry of the menu as it is now, and the end of looking for them. */
export type Updates = { readonly entry: () => UpdateEntry; readonly stop: () => void }

/**
 * Looks for a newer Kept at once and then daily. Fetching and installing wait for a click each, and only what the
 * feed's key has signed is offered at all.
 */
export function startUpdates(parts: UpdateParts): Updates {
  const memory: { state: UpdateState; lookedAt: Instant | null } = {
    state: { kind: 'unknown' },
    lookedAt: null,
  }
  const become = (state: UpdateState) => {
    memory.state = state
    parts.onChange()
  }
  const acts: Readonly<Record<UpdateAct, () => void>> = {
    look() {
      memory.lookedAt = parts.clock.now()
      become({ kind: 'looking' })
      void settled(parts, () => findSigned(parts)).then(become)
    },
    fetch() {
      const { state } = memory
      if (state.kind !== 'found') return
      become({ kind: 'fetching', version: state.version })
      void settled(parts, () => fetched(parts, state.version)).then(become)
    },
    install: () => parts.installer.install(),
  }
  const lookIfDue = () => {
    if (isLookDue(memory.lookedAt, parts.clock.now()) && entryOf(memory.state).act === 'look') acts.look()
  }
  const timer = setInterval(lookIfDue, hour).unref()
  lookIfDue()
  return {
    entry() {
      const { label, act } = entryOf(memory.state)
      return { label, enabled: act !== null, click: () => void (act !== null && acts[act]()) }
    },
    stop: () => clearInterval(timer),
  }
}

async function findSigned({ feed, installer, platform, arch }: UpdateParts): Promise<UpdateState> {
  const found = await installer.find()
  if (found === null) return { kind: 'newest' }
  const file = announcementFile(platform, arch)
  const [text, signature] = [await installer.read(file), await installer.read(`${file}.sig`)]
  demandSigned(found, { text, signature }, feed.key)
  return { kind: 'found', version: found.version }
}

async function fetched({ installer }: UpdateParts, version: string): Promise<UpdateState> {
  await installer.fetch()
  return { kind: 'ready', version }
}

/** What went wrong outside becomes a state; the log is told of it. */
async function settled({ note }: UpdateParts, work: () => Promise<UpdateState>): Promise<UpdateState> {
  try {
    return await work()
  } catch (error) {
    const isInvalid = error instanceof Refusal && error.code === 'E_UPDATE_INVALID'
    note(`updates: ${isInvalid ? 'not signed as they should be' : 'the feed could not be read'}`)
    return { kind: 'failed', code: isInvalid ? 'E_UPDATE_INVALID' : 'E_UPDATE_UNREACHABLE' }
  }
}
