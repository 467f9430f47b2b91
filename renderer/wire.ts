import type { Reply } from '../shared/api/contract'
import type { Push } from '../shared/api/pushes'

/** The way to the host, whichever it is: a question with one answer, and what the host tells by itself. */
export type Wire = {
  readonly ask: (name: string, input: unknown) => Promise<Reply>
  /** Calls the listener for every push, and `onGap` when some may have been missed, until the returned function is called. */
  readonly onPush: (listener: (push: Push) => void, onGap?: () => void) => () => void
}

declare global {
  interface Window {
    /** What the desktop shell's preload script lays into the page; absent in a browser. */
    readonly kept?: Wire
  }
}

/** The answer when the host itself cannot be reached; its moment is nobody's and sets no clock. */
export const unreachable = (now: number): Reply => ({
  ok: false,
  now,
  error: { kind: 'unreachable', code: 'E_HOST_GONE', values: {}, message: '' },
})
