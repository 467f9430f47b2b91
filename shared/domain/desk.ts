import * as z from 'zod/mini'

/**
 * How Kept sits on this computer. Closing the window leaves it in the tray where `staysInTray`; the shortcut opens
 * the quick log from any program.
 */
export const DeskDetails = z.strictObject({
  startsAtLogin: z.boolean(),
  staysInTray: z.boolean(),
  hasShortcut: z.boolean(),
})
export type DeskDetails = Readonly<z.infer<typeof DeskDetails>>

/** With what this system cannot do: `shortcut` is its name, `isShortcutTaken` where another program has it. */
export type Desk = DeskDetails & {
  readonly canStartAtLogin: boolean
  readonly hasTray: boolean
  readonly shortcut: string
  readonly isShortcutTaken: boolean
}

/** What is remembered of it beside the window; whether Kept starts at login the system itself knows. */
export const DeskMemory = z.object({ staysInTray: z.boolean(), hasShortcut: z.boolean() })
export type DeskMemory = Readonly<z.infer<typeof DeskMemory>>

/** How it is until the user says otherwise. */
export const usualDesk: DeskMemory = { staysInTray: true, hasShortcut: true }

const Pixels = z.int().check(z.minimum(-100_000), z.maximum(100_000))
const Length = z.int().check(z.minimum(1), z.maximum(100_000))

/** Where a window was when it was not maximised, in the system's own pixels. */
export const WindowPlace = z.object({
  x: Pixels,
  y: Pixels,
  width: Length,
  height: Length,
  isMaximized: z.boolean(),
})
export type WindowPlace = Readonly<z.infer<typeof WindowPlace>>

/** Null until a window was there. */
export const RememberedPlace = z.nullable(WindowPlace)
