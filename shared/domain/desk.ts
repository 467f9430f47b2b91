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
