import type { Windows } from './window'

/** At login the bar that shows tray icons may come after Kept; so often it is looked for, and so many ms apart. */
const looks = 10
const apart = 3_000

/** Starts in the tray; where there is none after half a minute a window opens, so that Kept is somewhere. */
export async function startHidden(windows: Windows, hasTray: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    if (await hasTray()) return
    await new Promise((resume) => setTimeout(resume, apart))
  }
  windows.raise(null)
}
