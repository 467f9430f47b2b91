import { Refusal } from '../../shared/lib/refusal'
import type { Language } from '../../shared/words/say'
import type { Backend } from './backend'
import { parseInput } from './input'
import type { Clock, Fault, Host, Mail } from './ports'
import { refused } from './reply'
import { askHandler, getRequest } from './requests'

/** What there is while the store is missing; `refusal` says so to every request but the ways out. */
export type MissingStoreParts = {
  readonly clock: Clock
  readonly host: Host
  readonly mail: Mail
  readonly language: Language
  readonly refusal: Refusal
  readonly onFault: (fault: Fault) => void
}

/** Answers `recovery.*` and refuses everything else, until a way out brings a store. */
export function createMissingStoreBackend(parts: MissingStoreParts): Backend {
  return {
    push: () => undefined,
    async answer(name, input) {
      const now = parts.clock.now()
      try {
        return { ok: true, now, value: (await take(parts, name, input, now)) ?? null, operationId: null }
      } catch (error) {
        if (error instanceof Refusal) return refused(error, now, parts.language)
        parts.onFault({ request: name, error })
        return refused(new Refusal('internal', 'E_INTERNAL'), now, parts.language)
      }
    },
    onPush: () => () => undefined,
  }
}

function take(parts: MissingStoreParts, name: string, input: unknown, now: number): Promise<unknown> {
  const request = getRequest(name)
  if (!request.endpoint.name.startsWith('recovery.')) throw parts.refusal
  const refuse = () => Promise.reject(parts.refusal)
  const { host, mail } = parts
  const context = { read: refuse, write: refuse, now, host, mail }
  return askHandler<'errand'>(request, context, parseInput(request.endpoint, input))
}
