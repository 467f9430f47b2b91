import type { ClientPage } from '../../shared/api/clients'
import type { KeyHint } from '../ui/KeyStrip'
import { useWords } from '../ui/use-words'

/** The keys of a client's page, as the strip at its foot shows them. */
export function useClientHints(page: ClientPage): {
  readonly hints: readonly KeyHint[]
  readonly end: readonly KeyHint[]
} {
  const say = useWords()
  const hints = [
    { keys: ['C'], label: say('client.keys.write') },
    { keys: ['L'], label: say('client.keys.log') },
    { keys: ['P'], label: say('client.keys.promise') },
    { keys: ['U'], label: say('client.keys.update') },
    { keys: ['E'], label: say('client.keys.extra') },
  ]
  const hasNeighbours = page.previousId !== null || page.nextId !== null
  return { hints, end: hasNeighbours ? [{ keys: ['[', ']'], label: say('client.keys.neighbours') }] : [] }
}
