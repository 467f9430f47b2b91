import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'
import { promises } from './promises'
import { data } from './data'
import { operations } from './operations'
import { recovery } from './recovery'
import { windows } from './windows'

/** Who answers what: every group of the contract and its handlers. */
export const handlers: { readonly [Group in keyof Api]: Answers<Api[Group]> } = {
  promises,
  data,
  operations,
  recovery,
  windows,
}
