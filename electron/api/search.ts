import { searchEverything } from '../../db/search'
import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'

const usualLimit = 30

export const search: Answers<Api['search']> = {
  everything: ({ db }, { text, limit }) => searchEverything(db, text, limit ?? usualLimit),
}
