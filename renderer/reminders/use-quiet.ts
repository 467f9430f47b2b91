import { api } from '../../shared/api/index'
import { useCommand, useQuery } from '../api'
import { useAct } from '../status'
import { useWords } from '../ui/use-words'
import { useNow } from '../use-now'

/** Until when nothing pops up (ms UTC), null where it is not quiet, and the way to end it; both said at the foot. */
export function useQuiet() {
  const say = useWords()
  const act = useAct()
  const now = useNow()
  const { value: settings } = useQuery(api.reminders.show, {})
  const quieting = useCommand(api.reminders.quiet)
  const until = settings?.quietUntil ?? null
  return {
    until: until !== null && until > now ? until : null,
    isBusy: quieting.isBusy,
    quiet: (moment: number, label: string) =>
      act(quieting.ask({ until: moment }), () => say('quiet.said.begun', { label })),
    end: () => act(quieting.ask({ until: null }), () => say('quiet.said.ended')),
  }
}
