import type { InputOf } from '../../shared/api/contract'
import type { api } from '../../shared/api/index'
import type { ExtraId, MilestoneId, PersonId, ProjectId, PromiseId } from '../../shared/domain/ids'

/** What is open on a client's page; at most one thing is. An id of null adds one. */
export type OpenPanel =
  | { readonly kind: 'client' }
  | { readonly kind: 'person'; readonly id: PersonId | null }
  | { readonly kind: 'project'; readonly id: ProjectId | null }
  | { readonly kind: 'promise'; readonly id: PromiseId }
  | { readonly kind: 'promise-form'; readonly id: PromiseId | null }
  | { readonly kind: 'move'; readonly id: PromiseId }
  | { readonly kind: 'key-date'; readonly id: MilestoneId | null }
  | { readonly kind: 'extra'; readonly id: ExtraId }
  | { readonly kind: 'extra-form'; readonly id: ExtraId | null }
  | { readonly kind: 'letter'; readonly begin: InputOf<typeof api.letters.begin> }

/** The one panel of the page: which is open, and how to open or close it. */
export type Panels = {
  readonly open: OpenPanel | null
  readonly show: (panel: OpenPanel) => void
  readonly close: () => void
}

/** Whether a panel of this kind stands open for this record. */
export const isOpen = (
  { open }: Panels,
  kind: Exclude<OpenPanel['kind'], 'client' | 'letter'>,
  id: number | null,
): boolean => open !== null && open.kind === kind && 'id' in open && open.id === id
