import * as z from 'zod/mini'
import { Zone } from '../lib/time'
import { ClientId } from './ids'
import { Line } from './typed'

/** How far a relationship has come: an inquiry, somebody served now, or somebody served before. */
export const Stage = z.enum(['lead', 'current', 'past'], 'invalid.choice')
export type Stage = z.infer<typeof Stage>

/** A language letters can be written in. */
export const Language = z.enum(['en'], 'invalid.choice')
export type Language = z.infer<typeof Language>

/** What a form knows of a client; `shortName` is how rows call them ("Grace & Liam"), null = the name itself. */
export const ClientDetails = z.strictObject({
  name: Line,
  shortName: z.nullable(Line),
  stage: Stage,
  sentByClientId: z.nullable(ClientId),
  language: z.nullable(Language),
  zone: z.nullable(Zone),
})
export type ClientDetails = z.infer<typeof ClientDetails>

/** A client: a couple, a family, a company. The three `last…At` follow what happened, in ms UTC. */
export type Client = ClientDetails & {
  readonly id: ClientId
  readonly addedAt: number
  readonly lastInboundAt: number | null
  readonly lastOutboundAt: number | null
  readonly lastExtraAt: number | null
  readonly archivedAt: number | null
  readonly revision: number
}

/** How rows and lists call a client. */
export const shortNameOf = (client: Pick<Client, 'name' | 'shortName'>): string =>
  client.shortName ?? client.name

/** A row's column holds about 22 letters of a name. */
const fitsARow = 22

/** How a row calls a client: the whole name where it fits, else the short one. */
export const rowNameOf = (client: Pick<Client, 'name' | 'shortName'>): string =>
  client.name.length <= fitsARow ? client.name : shortNameOf(client)
