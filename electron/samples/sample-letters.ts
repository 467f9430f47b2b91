import { insertDraft, saveDraft } from '../../db/letters'
import { handOverLetter } from '../../db/outbox'
import type { WriteDb } from '../../db/schema'
import type { Zone } from '../../shared/lib/time'
import type { SampleLetter } from '../../shared/samples/sample'
import { mime } from '../mail/mime'
import type { AddedClient } from './sample-clients'
import { atLocal } from './sample-time'

/** Puts a letter into the Outbox that went to the mail program and waits to be called sent. */
export async function addLetter(
  db: WriteDb,
  sample: SampleLetter,
  clients: readonly AddedClient[],
  zone: Zone,
) {
  const client = clients.find(({ client: { name } }) => name === sample.client)
  const person = client?.people.find(({ name }) => name === sample.to)
  const address = person?.addresses.find(({ kind }) => kind === 'email')?.value
  if (!client || !person || address === undefined) throw new Error(`Nobody is called ${sample.to}`)
  const at = atLocal(sample.at, zone)
  const recipients = [{ personId: person.id, name: person.name, address }]
  const draft = await insertDraft(db, { ...blank, clientId: client.client.id, recipients, at })
  const { subject, body } = sample
  await saveDraft(db, draft.id, { recipients, subject, body, fields: {}, promise: null }, at)
  const messageId = `<sample-${draft.id}@kept.invalid>`
  const to = [{ name: person.name, address }]
  const bytes = await mime({
    from: null,
    to,
    subject,
    text: body,
    html: null,
    date: at,
    messageId,
    boundary: 'sample',
  })
  await handOverLetter(db, draft.id, { subject, text: body, mime: bytes, messageId }, 'mail-program', at)
}

const blank = {
  kind: 'blank',
  projectId: null,
  conversationId: null,
  waitId: null,
  promiseId: null,
  extraId: null,
  promise: null,
} as const
