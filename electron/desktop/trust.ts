import { isPage } from './page'

/** The part of a frame that tells who asks; reading one that was destroyed throws. */
export type Frame = { readonly url: string; readonly parent: unknown; readonly detached?: boolean }

/** Whether a message comes from the page itself: its top frame, in a window of ours, still at its own address. */
export function isTrusted(frame: Frame | null, isOwnWindow: boolean): boolean {
  try {
    return (
      isOwnWindow && frame !== null && frame.detached !== true && frame.parent === null && isPage(frame.url)
    )
  } catch {
    return false
  }
}

/** Where a message came from, for the log: scheme and host, never what stands behind them. */
export function originOf(frame: Frame | null): string {
  try {
    const url = frame === null ? null : URL.parse(frame.url)
    return url === null ? 'nowhere' : `${url.protocol}//${url.host}`
  } catch {
    return 'a frame that has gone'
  }
}
