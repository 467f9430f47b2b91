import { isAbsolute, posix } from 'node:path'

/** Where programs of this user that start at login are listed, on Linux. */
export function autostartFile(home: string, env: Readonly<Record<string, string | undefined>>): string {
  const configured = env['XDG_CONFIG_HOME']
  const folder = configured !== undefined && isAbsolute(configured) ? configured : posix.join(home, '.config')
  return posix.join(folder, 'autostart', 'kept.desktop')
}

/** The entry that starts a program at login, by the Desktop Entry Specification. */
export const autostartEntry = (name: string, command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

/**
 * One argument of an Exec line: in quotation marks, with what means something there taken for itself; the line as a
 * whole is text, in which a backslash is written twice; a per cent sign begins a field.
 */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, '\\$&')
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('%', '%%')}"`
}
