import * as z from 'zod/mini'
import { query } from './contract'

/** One find: what it is, where it leads, and the words around it; «» mark what was typed. */
export type Found = {
  readonly kind: 'client' | 'person' | 'promise' | 'message'
  readonly id: number
  readonly clientId: number
  readonly clientName: string
  readonly title: string
  readonly snippet: string | null
}

/** Search over clients, people, promises and messages, by the beginnings of words, newest first. */
export const search = {
  everything: query({
    text: z.string('invalid.line').check(z.maxLength(200, 'invalid.line-too-long')),
    limit: z.optional(z.int().check(z.positive(), z.maximum(50))),
  }).returns<readonly Found[]>(),
}
