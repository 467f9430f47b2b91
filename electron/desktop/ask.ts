import type { InputOf, Named, OutputOf } from '../../shared/api/contract'
import type { Backend } from '../api/backend'

/** Asks the backend as every other caller does; null where it refused, or where there is no store to ask. */
export type Ask = <E extends Named>(endpoint: E, input: InputOf<E>) => Promise<OutputOf<E> | null>

/** The way of the tray, the menu and the notes to the backend. The value's type is the contract's own word. */
export const askOf = (backend: Pick<Backend, 'answer'>): Ask => {
  return async <E extends Named>(endpoint: E, input: InputOf<E>) => {
    const reply = await backend.answer(endpoint.name, input)
    return reply.ok ? (reply.value as OutputOf<E>) : null
  }
}
