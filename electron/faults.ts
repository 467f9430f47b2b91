import type { EventEmitter } from 'node:events'
import type { Log } from './log'

/**
 * Hears faults that nobody caught. Each goes into the log; after an error in the middle of something nobody knows how
 * things stand, so that Kept gives up. What was saved is whole, as after any other sudden end.
 */
export function hearFaults(
  program: Pick<EventEmitter, 'on'>,
  log: Pick<Log, 'fault'>,
  giveUp: (error: unknown) => void,
): void {
  program.on('unhandledRejection', (error) => log.fault({ request: 'a promise nobody waits for', error }))
  program.on('uncaughtException', (error) => {
    log.fault({ request: 'an error nobody caught', error })
    giveUp(error)
  })
}

/** A terminal that was closed, or a program that has read its line, hears no more; Kept works on for its windows. */
export function ignoreDeafTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
