import { beforeEach, describe, expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import { PersonId, type ClientId } from '../../shared/domain/ids'
import { at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
let clientId: ClientId
let tom: PersonId

beforeEach(async () => {
  kept = await openTestBackend({ now: at('Mon 2026-11-09 10:00') })
  const added = await kept.ask(api.clients.add, {
    name: 'Priya Raman & Tom Hollis',
    shortName: 'Priya & Tom',
    stage: 'current',
    sentByClientId: null,
    language: null,
    zone: null,
    people: [
      {
        name: 'Tom Hollis',
        called: null,
        relation: null,
        decidesOn: null,
        prefers: null,
        note: null,
        isInLetters: true,
        birthday: null,
        addresses: [],
      },
    ],
    project: {
      kind: 'Wedding',
      eventOn: '2027-06-12',
      eventMonth: null,
      venue: null,
      place: null,
      guests: null,
      isGuestsAbout: false,
      state: 'open',
      standing: null,
      cadenceDays: null,
    },
  })
  clientId = added.id
  tom = PersonId.parse(added.personIds[0])
  kept.setNow(at('Tue 2026-11-24 10:40'))
})

const health = async () => (await kept.ask(api.clients.show, { id: clientId })).health

const tomWrites = () =>
  kept.ask(api.messages.log, {
    clientId,
    personId: tom,
    channel: 'email',
    direction: 'inbound',
    at: at('Tue 2026-11-24 09:55'),
    text: 'How many does the barn seat if we’re all indoors, and who makes the call on the day?',
  })

describe('a client’s page', () => {
  it('says they are in good shape, who waits in good time, and which update was due', async () => {
    await tomWrites()
    expect(await health()).toEqual({
      step: 'in-good-shape',
      because: [
        { kind: 'waiting', who: 'Tom', minutes: 45, questions: 2, isLate: false },
        { kind: 'update', days: 1, isFarOver: false },
      ],
    })
  })

  it('says they need you today once the clock has run out', async () => {
    await tomWrites()
    kept.setNow(at('Tue 2026-11-24 13:56'))
    expect((await health()).step).toBe('needs-you-today')
  })

  it('says they need a word when nobody told them anything for long', async () => {
    kept.setNow(at('Tue 2026-12-01 10:00'))
    expect(await health()).toMatchObject({ step: 'needs-a-word', because: [{ kind: 'update', days: 8 }] })
  })

  it('asks for no update of somebody who is not a client now', async () => {
    const page = await kept.ask(api.clients.show, { id: clientId })
    const { name, shortName, sentByClientId, language, zone, revision } = page.client
    const details = { name, shortName, sentByClientId, language, zone }
    await kept.ask(api.clients.change, { id: clientId, revision, ...details, stage: 'past' })
    expect(await health()).toEqual({ step: 'in-good-shape', because: [] })
  })
})
