import { api } from '../../shared/api/index'
import { useQuery } from '../api'

/** How many clients there are of each stage, archived ones left out. */
export type ClientCounts = {
  readonly all: number
  readonly current: number
  readonly leads: number
  readonly past: number
}

/** The figures of the sentence at the top of the list. */
export function useClientCounts() {
  const all = useQuery(api.clients.list, { limit: 1 })
  const current = useQuery(api.clients.list, { limit: 1, stage: 'current' })
  const leads = useQuery(api.clients.list, { limit: 1, stage: 'lead' })
  const asked = [all, current, leads]
  return {
    value: countsOf(all.value?.total, current.value?.total, leads.value?.total),
    refusal: asked.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    again: () => asked.forEach(({ again }) => again()),
  }
}

function countsOf(all?: number, current?: number, leads?: number): ClientCounts | undefined {
  if (all === undefined || current === undefined || leads === undefined) return undefined
  return { all, current, leads, past: Math.max(0, all - current - leads) }
}
