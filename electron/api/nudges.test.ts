import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import type { ClientId, PersonId, WaitId } from '../../shared/domain/ids'
import type { Refusal } from '../../shared/lib/refusal'
import { hour, minute } from '../../shared/lib/time'
import { aNewClient, aNewPerson, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
beforeEach(async () => {
  kept = await openTestBackend({ now: at('Tue 2026-11-24 08:30') })
})
afterEach(() => kept.close())

const tell = () => kept.ask(api.nudges.tell, {})
const changes = () => kept.pushes.filter(({ kind }) => kind === 'changed').length

/** A client of one person, who has a mail address. */
async function aClient(name: string) {
  const person = aNewPerson(name, { addresses: [{ kind: 'email', value: `${name.split(' ')[0]}@example.org` }] })
  const added = await kept.ask(api.clients.add, aNewClient(name, { people: [person] }))
  return { clientId: added.id, personId: added.personIds[0] as PersonId }
}

/** Imogen asks at 8:25, so that her four hours end at 13:00, half an hour before that comes at 12:30. */
async function imogenAsks(text = 'Could we move the tasting to the 8th?', moment = kept.now() - 5 * minute) {
  const imogen = await aClient('Imogen Clarke')
  return asks(imogen, text, moment)
}

async function asks(who: { clientId: ClientId; personId: PersonId }, text: string, moment: number) {
  const logged = await kept.ask(api.messages.log, {
    ...who,
    channel: 'email',
    direction: 'inbound',
    at: moment,
    subject: 'Tasting',
    text: `Hi Hazel,\n${text}`,
  })
  return { ...who, waitId: logged.waitId as WaitId }
}

async function promise(clientId: ClientId, asNoun: string, dueOn: string, dueTime: string | null = null) {
  return kept.ask(api.promises.make, {
    clientId,
    what: `Send ${asNoun}`,
    asNoun,
    doneAs: null,
    note: null,
    dueOn,
    dueTime,
    ownOn: null,
    saidAt: kept.now(),
    saidChannel: 'email',
  })
}

describe('what came due', () => {
  it('is delivered once, and told with who waits, how long is left, and what they asked', async () => {
    await imogenAsks()
    kept.setNow(at('Tue 2026-11-24 12:30'))

    const first = await tell()
    const again = await tell()

    expect([first, again]).toEqual([
      { delivered: 1, shown: 1 },
      { delivered: 0, shown: 0 },
    ])
    expect(kept.host.notes).toEqual([
      {
        id: 1,
        kind: 'wait',
        title: 'Imogen has 30 minutes left of your four hours',
        text: null,
        words: '“Could we move the tasting to the 8th?”',
        acts: [
          { act: 'acknowledge', label: 'Acknowledge' },
          { act: 'reply', label: 'Reply' },
          { act: 'in-15-minutes', label: 'In 15 min' },
        ],
        place: '#/today/wait-1',
        operationId: null,
      },
    ])
  })
})
