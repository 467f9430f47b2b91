import * as z from 'zod/mini'
import { WaitId } from '../domain/ids'
import { Paragraphs } from '../domain/typed'
import { command } from './contract'
import type { Logged } from './messages'

/** What ends a wait without a letter. */
export const waits = {
  /** Ends the wait: nothing needs to be said. Refuses E_WAIT_ENDED. */
  noReplyNeeded: command({ id: WaitId }, { undo: true }).returns<null>(),
  /** Logs an outbound call now and ends the wait with it. Refuses E_WAIT_ENDED. */
  called: command({ id: WaitId, text: z.nullable(Paragraphs) }, { undo: true }).returns<Logged>(),
}
