import type { ClientId } from './ids'

/** Something done today, newest last. */
export type DoneRow = {
  readonly kind:
    | 'answered'
    | 'acknowledged'
    | 'called'
    | 'no-reply-needed'
    | 'promise-kept'
    | 'update-sent'
    | 'extra-given'
  readonly id: number
  readonly at: number
  readonly clientId: ClientId
  readonly name: string
  readonly what: string | null
}
