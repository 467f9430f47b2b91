import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { getClient, moveLast } from '../../db/clients'
import { getConversation, moveLastActivity } from '../../db/conversations'
import { insertMessage } from '../../db/messages'
import type { Store } from '../../db/store'
import type { Client } from '../../shared/domain/client'
import type { ClientId, ConversationId } from '../../shared/domain/ids'
import type { Conversation } from '../../shared/domain/message'
import { benchNow } from '../maker'
import { interleaved, ms, type Result } from '../measure'
import { openSides } from '../recorder'
import type { Size } from '../sizes'

const rounds = 150
const block = Buffer.alloc(8 * 1024, 'k')

/** Goal 6: a message is kept, searchable and on the disk for twice what its disk asks for 8 KiB. */
export async function logGoal(file: string, size: Size): Promise<readonly Result[]> {
  const { store, close } = openSides(file)
  const floor = openAppended(dirname(file))
  const conversation = await getConversation(store.read, 1 as ConversationId)
  const client = await getClient(store.read, size.clients as ClientId)
  let at = benchNow
  const figures = await interleaved(
    { kept: () => logMessage(store, conversation, client, at++), floor: floor.append },
    rounds,
  )
  floor.close()
  await close()
  const { kept, floor: bound } = figures
  return [
    {
      goal: '6 log a message, durable, against 8 KiB and fdatasync',
      size: size.name,
      measured: ms(kept.p50),
      bound: ms(bound.p50),
      ratio: kept.p50 / bound.p50,
      limit: 2,
      isGate: true,
    },
  ]
}

/** The message, its search row, and the columns that follow from it, in one transaction. */
const logMessage = (store: Store, conversation: Conversation, client: Client, at: number) =>
  store.write(async (db) => {
    await insertMessage(db, { clientId: client.id, conversationId: conversation.id, at, ...words })
    await moveLastActivity(db, conversation, at)
    await moveLast(db, client, 'inbound', at)
  })

const words = {
  personId: null,
  direction: 'inbound',
  channel: 'voicemail',
  minutes: null,
  text: 'Could you ring me back about the seating, please? '.repeat(7),
  gist: null,
  letterId: null,
  isHuman: true,
} as const

/** A file on the same disk that grows by 8 KiB a time, each of them on the disk before the next. */
function openAppended(near: string) {
  const folder = mkdtempSync(join(near === '' ? tmpdir() : near, 'append-'))
  const file = openSync(join(folder, 'log'), 'a')
  return {
    append() {
      writeSync(file, block)
      fdatasyncSync(file)
    },
    close() {
      closeSync(file)
      rmSync(folder, { recursive: true })
    },
  }
}
