import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import { WaitId, type ClientId, type ConversationId } from '../../shared/domain/ids'
import { aNewClient, aNewPerson, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
beforeEach(async () => {
  kept = await openTestBackend()
  await kept.ask(api.mail.setAccount, {
    ...{ revision: null, host: 'localhost', port: 2525, security: 'none', user: null },
    ...{ fromName: 'Hazel Marsh', fromAddress: 'hazel@marsh.example' },
  })
})
afterEach(() => kept.close())

/** Ann wrote at 10:00, and the acknowledgement of 10:40 is on its way. */
async function acknowledged() {
  const addresses = [{ kind: 'email', value: 'ann@bell.example' } as const]
  const client = aNewClient('Ann', { people: [aNewPerson('Ann Bell', { addresses })] })
  const { id: clientId } = await kept.ask(api.clients.add, client)
  const wrote = { direction: 'inbound', channel: 'email', text: 'What if it rains?' } as const
  const at10 = at('Tue 2026-11-24 10:00')
  const asked = await kept.ask(api.messages.log, { ...wrote, clientId, personId: null, at: at10 })
  const waitId = WaitId.parse(asked.startedWaitId)
  const { letter } = await kept.ask(api.letters.acknowledge, { waitId })
  return { clientId, conversationId: asked.conversationId, letterId: letter.id, waitId }
}

const log = (
  desk: { readonly clientId: ClientId; readonly conversationId: ConversationId },
  moment: string,
  said: { readonly channel: 'call' | 'text'; readonly direction: 'inbound' | 'outbound' },
) => {
  const { clientId, conversationId } = desk
  const input = { ...said, clientId, conversationId, personId: null, at: at(moment), text: 'About the rain' }
  kept.setNow(Math.max(kept.now(), input.at))
  return kept.ask(api.messages.log, input)
}

const waits = () => rowsOf(kept.store, 'wait')

describe('a letter that is taken back', () => {
  it('lets the clock run on as if never stopped', async () => {
    const { letterId, waitId } = await acknowledged()

    await kept.ask(api.letters.takeBack, { id: letterId })

    expect(await waits()).toMatchObject([
      { id: waitId, ended_at: null, ack_due_at: at('Tue 2026-11-24 14:00') },
    ])
  })

  it('leaves the clock to a call that was made since', async () => {
    const desk = await acknowledged()
    await log(desk, 'Tue 2026-11-24 11:00', { channel: 'call', direction: 'outbound' })

    await kept.ask(api.letters.takeBack, { id: desk.letterId })

    expect(await waits()).toMatchObject([
      { id: desk.waitId, ended_by: 'call', acked_at: at('Tue 2026-11-24 11:00'), answer_promise_id: null },
    ])
  })

  it('lets the clock begin with an earlier message that was logged since', async () => {
    const desk = await acknowledged()
    await log(desk, 'Tue 2026-11-24 09:30', { channel: 'text', direction: 'inbound' })

    await kept.ask(api.letters.takeBack, { id: desk.letterId })

    expect(await waits()).toMatchObject([
      { id: desk.waitId, ended_at: null, waiting_since: at('Tue 2026-11-24 09:30') },
    ])
  })
})
