import type { InputOf } from '../../shared/api/contract'
import type { api } from '../../shared/api/index'
import type { Stage } from '../../shared/domain/client'

/** Which clients are shown: those of a stage, everybody who is not archived, or those who are. */
export type Shown = Stage | 'all' | 'archived'

export type Filter = { readonly text: string; readonly shown: Shown }

export const everybody: Filter = { text: '', shown: 'all' }

/** How many clients are asked for at once. */
export const pageSize = 100

/** One page of a filter as the list is asked for it. */
export const listInput = ({ text, shown }: Filter, page: number): InputOf<typeof api.clients.list> => ({
  text: text.trim() === '' ? null : text.trim().slice(0, 200),
  stage: shown === 'all' || shown === 'archived' ? null : shown,
  isArchived: shown === 'archived',
  offset: page * pageSize,
  limit: pageSize,
})
