import * as z from 'zod/mini'
import type { Kind } from './contract'
import { endpoints } from './index'

/** One request as a caller reads it: `input` is the JSON Schema of what is sent. */
export type Described = {
  readonly name: string
  readonly kind: Kind
  readonly canUndo: boolean
  readonly input: unknown
}

/** Every request there is, described from the very schemas that check them. */
export const describeRequests = (): readonly Described[] =>
  endpoints.map(({ name, kind, canUndo, input }) => ({
    name,
    kind,
    canUndo,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
  }))
