import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import type { InputOf } from '../../shared/api/contract'
import type { ClientId, LetterId, PersonId, ProjectId, WaitId } from '../../shared/domain/ids'
import { textOf } from '../../shared/rules/letter-text'
import { minute } from '../../shared/lib/time'
import { at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

const now = at('Tue 2026-11-24 10:40')
const account: InputOf<typeof api.mail.setAccount> = {
  revision: null,
  host: 'localhost',
  port: 2525,
  security: 'none',
  user: null,
  fromName: 'Hazel Marsh',
  fromAddress: 'hazel@marsh.example',
}

let kept: TestBackend
beforeEach(async () => {
  kept = await openTestBackend({ now })
  await kept.ask(api.mail.setAccount, account)
})
afterEach(() => kept.close())

const aPerson = (name: string, email: string | null, isInLetters = true) => ({
  name,
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters,
  birthday: null,
  addresses: email === null ? [] : [{ kind: 'email' as const, value: email }],
})

/** Priya and Tom, whose wedding is in 200 days. */
async function priyaAndTom() {
  const added = await kept.ask(api.clients.add, {
    name: 'Priya Raman & Tom Hollis',
    shortName: 'Priya & Tom',
    stage: 'current',
    sentByClientId: null,
    language: null,
    zone: null,
    people: [aPerson('Priya Raman', 'priya@raman.example'), aPerson('Tom Hollis', 'tom@hollis.example')],
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
  return {
    clientId: added.id,
    tom: added.personIds[1] as PersonId,
    projectId: added.projectId as ProjectId,
  }
}

/** Tom asks about rain at 9:55 and waits. */
async function tomAsks(client: { clientId: ClientId; tom: PersonId }, text = 'How many does the barn seat?') {
  const logged = await kept.ask(api.messages.log, {
    clientId: client.clientId,
    personId: client.tom,
    channel: 'email',
    direction: 'inbound',
    at: at('Tue 2026-11-24 09:55'),
    subject: 'Two quick questions about rain',
    text: `Hi Hazel,\n${text} Mum is worried.`,
  })
  return { waitId: logged.startedWaitId as WaitId, conversationId: logged.conversationId }
}

const promised = (clientId: ClientId, differences = {}) =>
  kept.ask(api.promises.add, {
    clientId,
    what: 'Send the revised budget',
    asNoun: 'the revised budget',
    doneAs: null,
    note: null,
    dueOn: '2026-11-24',
    dueTime: '13:00',
    ownOn: null,
    ...differences,
  })

const letterRow = async (id: LetterId) => (await rowsOf(kept.store, 'letter')).find((row) => row.id === id)
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string; values?: unknown }) => ({ code: error.code, values: error.values }),
  )

describe('beginning a letter', () => {
  it('fills an acknowledgement in: their question, and the day Kept proposes', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)

    const draft = await kept.ask(api.letters.begin, {
      kind: 'acknowledge',
      clientId: client.clientId,
      waitId,
    })

    expect(draft.subject).toBe('Re: Two quick questions about rain')
    expect(draft.text).toBe(`Dear Priya and Tom,

Thank you for your message. You asked: “How many does the barn seat?”

I want to give you a proper answer, and you will have it by Wednesday 25 November.

With warm wishes,
Hazel Marsh
Marsh Weddings`)
    expect(draft.missing).toEqual([])
    expect(draft.letter.recipients.map(({ address }) => address)).toEqual([
      'priya@raman.example',
      'tom@hollis.example',
    ])
  })

  it('gives a line of what was done last and what comes next, where there is any', async () => {
    const client = await priyaAndTom()
    const step = { projectId: client.projectId, personId: null, place: null, whose: 'own' as const }
    await kept.ask(api.milestones.add, {
      ...step,
      clientId: client.clientId,
      kind: 'tasting',
      what: 'Tasting at the barn',
      onDay: '2026-12-04',
      atTime: '14:00',
      toldAs: null,
    })
    const trio = await kept.ask(api.milestones.add, {
      ...step,
      clientId: client.clientId,
      kind: 'deadline',
      what: 'Hold a string trio',
      onDay: '2026-11-13',
      atTime: null,
      toldAs: 'a string trio is held for the ceremony',
    })
    await kept.ask(api.milestones.done, { id: trio.id, isDone: true })
    kept.setNow(now + minute)
    const { waitId } = await tomAsks(client)

    const draft = await kept.ask(api.letters.begin, {
      kind: 'acknowledge',
      clientId: client.clientId,
      waitId,
    })

    expect(draft.text).toContain(
      'A string trio is held for the ceremony. Next on our list: Tasting at the barn, Friday 4 December at 14:00.',
    )
  })

  it('writes the note that moves a date, and waits for the reason', async () => {
    const { clientId } = await priyaAndTom()
    const promise = await promised(clientId)

    const draft = await kept.ask(api.letters.begin, {
      kind: 'move-the-date',
      clientId,
      promiseId: promise.id,
      promise: { on: '2026-11-25', time: '13:00', what: null },
    })

    expect(draft.missing).toEqual([{ name: 'reason', label: 'Why the date moves', isAskable: true }])
    expect(draft.text).toContain(
      'I said the revised budget would be with you by one o’clock today. {{reason}}, so',
    )
    const filled = await kept.ask(api.letters.save, {
      ...typedOf(draft),
      fields: {
        reason: 'The marquee firm has given me a new figure and I want to check it before you see it',
      },
    })
    expect(filled.text).toBe(`Dear Priya and Tom,

I said the revised budget would be with you by one o’clock today. The marquee firm has given me a new figure and I want to check it before you see it, so it will be with you by one o’clock tomorrow, Wednesday 25 November. I’m sorry to keep you waiting.

Hazel Marsh
Marsh Weddings`)
  })

  it('moves several things in the plural', async () => {
    const { clientId } = await priyaAndTom()
    const coaches = { what: 'Confirm coach times', asNoun: 'the coach times', dueTime: null }
    const { id: promiseId } = await promised(clientId, coaches)

    const { text } = await kept.ask(api.letters.begin, { kind: 'move-the-date', clientId, promiseId })

    expect(text).toContain(
      'the coach times would be with you by the end of today. {{reason}}, so they will be',
    )
  })

  it('names the project of an update where the client has several', async () => {
    const { clientId, projectId } = await priyaAndTom()
    const begin = { kind: 'status-update' as const, clientId, projectId }
    const only = await kept.ask(api.letters.begin, begin)
    const other = { kind: 'Engagement party', venue: null, place: null, guests: null, isGuestsAbout: false }
    const open = { state: 'open' as const, standing: null, cadenceDays: null, eventMonth: null }
    await kept.ask(api.projects.add, { clientId, ...other, ...open, eventOn: '2027-02-06' })
    const { subject } = await kept.ask(api.letters.show, { id: only.letter.id })

    expect(only.subject).toBe('Where things stand, with 200 days to go')
    expect(subject).toBe('Wedding: where things stand, with 200 days to go')
  })

  it('proposes a new day after the one they were told', async () => {
    const { clientId } = await priyaAndTom()
    const { id: promiseId } = await promised(clientId, { dueOn: '2026-11-27', dueTime: null })

    const { letter } = await kept.ask(api.letters.begin, { kind: 'move-the-date', clientId, promiseId })

    expect(letter.promise).toEqual({ on: '2026-11-30', time: null, what: null })
  })

  it('finds the draft that is open, also after a restart, with what was typed', async () => {
    const { clientId } = await priyaAndTom()
    const draft = await kept.ask(api.letters.begin, { kind: 'blank', clientId })
    await kept.ask(api.letters.save, { ...typedOf(draft), body: 'Dear both, half a sent' })

    const again = await openTestBackend({ now: now + minute, store: kept.store })
    const found = await again.ask(api.letters.begin, { kind: 'blank', clientId })
    const { drafts } = await again.ask(api.letters.outbox, {})

    expect(found.letter.id).toBe(draft.letter.id)
    expect(found.text).toBe('Dear both, half a sent')
    expect(drafts).toMatchObject([{ clientName: 'Priya & Tom', letter: { id: draft.letter.id } }])
  })

  it('proposes a new day where the one in the draft has gone by', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    const begin = { kind: 'acknowledge' as const, clientId: client.clientId, waitId }
    await kept.ask(api.letters.begin, begin)
    kept.setNow(at('Mon 2026-11-30 10:00'))

    expect((await kept.ask(api.letters.begin, begin)).letter.promise).toMatchObject({ on: '2026-12-01' })
  })

  it('keeps the answer of a letter about another matter apart', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    const blank = await kept.ask(api.letters.begin, { kind: 'blank', clientId: client.clientId })
    const reply = await kept.ask(api.letters.begin, { kind: 'blank', clientId: client.clientId, waitId })

    expect(reply.letter.id).not.toBe(blank.letter.id)
    expect([blank.subject, reply.subject]).toEqual(['{{about}}', 'Re: Two quick questions about rain'])
  })

  it('refuses what does not fit, by its name', async () => {
    const { clientId } = await priyaAndTom()
    const other = await priyaAndTom()
    const { waitId } = await tomAsks(other)

    expect(await refusal(kept.ask(api.letters.begin, { kind: 'acknowledge', clientId }))).toMatchObject({
      code: 'E_PAYLOAD',
      values: { field: 'waitId' },
    })
    expect(await refusal(kept.ask(api.letters.begin, { kind: 'blank', clientId, waitId }))).toMatchObject({
      code: 'E_OTHER_CLIENT',
      values: { field: 'waitId' },
    })
    await kept.ask(api.waits.noReplyNeeded, { id: waitId })
    const late = { kind: 'acknowledge' as const, clientId: other.clientId, waitId }
    expect(await refusal(kept.ask(api.letters.begin, late))).toMatchObject({ code: 'E_WAIT_ENDED' })
  })

  it('waits for the user’s name', async () => {
    const { clientId } = await priyaAndTom()
    await kept.store.write((db) => db.updateTable('business').set({ user_name: '' }).execute())

    expect(await refusal(kept.ask(api.letters.begin, { kind: 'blank', clientId }))).toMatchObject({
      code: 'E_USER_NAMELESS',
    })
  })
})

/** What a panel sends back of a draft it was shown. */
function typedOf({ letter }: { letter: { id: LetterId; revision: number } & Record<string, unknown> }) {
  const { id, revision, recipients, subject, body, fields, promise } = letter
  return { id, revision, recipients, subject, body, fields, promise } as InputOf<typeof api.letters.save>
}

describe('a draft', () => {
  it('is not overwritten by an older window', async () => {
    const { clientId } = await priyaAndTom()
    const draft = await kept.ask(api.letters.begin, { kind: 'blank', clientId })
    await kept.ask(api.letters.save, { ...typedOf(draft), body: 'One' })

    expect(await refusal(kept.ask(api.letters.save, { ...typedOf(draft), body: 'Two' }))).toMatchObject({
      code: 'E_CHANGED_MEANWHILE',
      values: { field: 'body', theirs: 'One', yours: 'Two' },
    })
  })

  it('greets those it goes to', async () => {
    const { clientId } = await priyaAndTom()
    const draft = await kept.ask(api.letters.begin, { kind: 'blank', clientId })
    const [priya] = draft.letter.recipients

    const saved = await kept.ask(api.letters.save, {
      ...typedOf(draft),
      recipients: priya === undefined ? [] : [priya],
    })

    expect(saved.text).toContain('Dear Priya,')
    expect(saved.candidates).toHaveLength(2)
  })

  it('of a blank letter waits for its words, typed as a field or by hand', async () => {
    const { clientId } = await priyaAndTom()
    const draft = await kept.ask(api.letters.begin, { kind: 'blank', clientId })
    const greeting = 'Dear Priya and Tom,\n\nHazel Marsh\nMarsh Weddings'
    const missing = async (typed: object) =>
      (await kept.ask(api.letters.save, { ...typedOf(await show(draft.letter.id)), ...typed })).missing.map(
        ({ name }) => name,
      )

    expect(draft.missing.map(({ name }) => name)).toEqual(['text', 'about'])
    expect(await missing({ subject: 'Candles', fields: { text: 'Candles are welcome.' } })).toEqual([])
    expect(await missing({ fields: {}, body: greeting })).toEqual(['text'])
    expect(await missing({ body: 'Dear Priya, {{ text }} and {{frist_name}}' })).toEqual([
      'text',
      'frist_name',
    ])
    expect(await missing({ body: 'Dear Priya, candles are welcome.' })).toEqual([])
  })

  it('is put aside, and comes back by undo', async () => {
    const { clientId } = await priyaAndTom()
    const draft = await kept.ask(api.letters.begin, { kind: 'blank', clientId })
    const reply = await kept.reply(api.letters.discard, { id: draft.letter.id })

    expect((await kept.ask(api.letters.outbox, {})).drafts).toEqual([])
    await undo(reply.ok ? reply.operationId : null)
    expect((await kept.ask(api.letters.outbox, {})).drafts).toHaveLength(1)
  })
})

const show = (id: LetterId) => kept.ask(api.letters.show, { id })
const undo = (id: number | null) => kept.ask(api.operations.undo, { id: id as never })

/** Begins, fills in where asked, and sends; gives the letter and the operation. */
async function send(
  begin: InputOf<typeof api.letters.begin>,
  typed: Partial<InputOf<typeof api.letters.save>> = {},
  hold: 'undo' | 'ten-minutes' = 'undo',
) {
  const draft = await kept.ask(api.letters.begin, begin)
  const { letter } = await kept.ask(api.letters.save, { ...typedOf(draft), ...typed })
  const reply = await kept.reply(api.letters.send, { id: letter.id, revision: letter.revision, hold })
  if (!reply.ok) throw Object.assign(new Error(reply.error.message), reply.error)
  return { letter: reply.value, operationId: reply.operationId }
}

describe('Send', () => {
  it('freezes the letter and sets its marks in one go (OM-1)', async () => {
    const client = await priyaAndTom()
    const { waitId, conversationId } = await tomAsks(client)

    const { letter } = await send(
      { kind: 'acknowledge', clientId: client.clientId, waitId },
      { promise: { on: '2026-12-01', time: null, what: null } },
    )

    expect(letter).toMatchObject({
      state: 'queued',
      way: 'smtp',
      notBefore: now + 20_000,
      nextAttemptAt: now + 20_000,
      isHeld: false,
      subject: 'Re: Two quick questions about rain',
    })
    expect(letter.messageId).toMatch(/^<[0-9a-f-]{36}@marsh\.example>$/)
    const row = await letterRow(letter.id)
    expect(JSON.parse(row?.envelope ?? '')).toEqual({
      from: 'hazel@marsh.example',
      to: ['priya@raman.example', 'tom@hollis.example'],
    })
    expect(new TextDecoder().decode(row?.mime ?? undefined)).toContain('by Tuesday 1 December')
    const [promise] = await rowsOf(kept.store, 'promise')
    expect(promise).toMatchObject({
      what: 'Full answer to Tom',
      as_noun: 'the full answer',
      due_on: '2026-12-01',
      conversation_id: conversationId,
      letter_id: letter.id,
      state: 'open',
    })
    expect(await rowsOf(kept.store, 'wait')).toMatchObject([
      { ended_by: 'acknowledgement', acked_at: now, answered_at: null, answer_promise_id: promise?.id },
    ])
    expect((await rowsOf(kept.store, 'message')).at(-1)).toMatchObject({
      direction: 'outbound',
      channel: 'email',
      letter_id: letter.id,
      conversation_id: conversationId,
    })
  })

  it('is done once, however often it is asked with the same operation', async () => {
    const { clientId } = await priyaAndTom()
    const draft = await kept.ask(api.letters.begin, { kind: 'blank', clientId })
    const saved = await kept.ask(api.letters.save, { ...typedOf(draft), subject: 'x', body: 'x' })
    const { id, revision } = saved.letter
    const input = { id, revision, operationId: '3f0c1d8e-5a57-4a3e-9a53-0f1a2b3c4d5e' }

    const letters = await Promise.all([1, 2, 3].map(() => kept.ask(api.letters.send, input)))
    const twice = await refusal(kept.ask(api.letters.send, { id, revision }))

    expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1)
    expect(twice).toMatchObject({ code: 'E_LETTER_MOVED_ON' })
    expect((await rowsOf(kept.store, 'message')).length).toBe(1)
  })

  it('can be held for ten minutes', async () => {
    const { clientId } = await priyaAndTom()
    const { letter } = await send({ kind: 'blank', clientId }, { subject: 'x', body: 'x' }, 'ten-minutes')

    expect(letter).toMatchObject({ isHeld: true, notBefore: now + 10 * minute })
  })

  it('ends the wait of a reply, and keeps an answer that was promised', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    await kept.ask(api.letters.acknowledge, { waitId })
    kept.setNow(now + 60 * minute)

    await send({ kind: 'late-answer', clientId: client.clientId, waitId }, { fields: { answer: 'Ninety.' } })

    expect(await rowsOf(kept.store, 'promise')).toMatchObject([{ state: 'kept', is_kept_late: 0 }])
  })

  it('moves the answer that was promised where a late answer names a new day', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    await kept.ask(api.letters.acknowledge, { waitId })
    kept.setNow(now + 60 * minute)

    await send(
      { kind: 'late-answer', clientId: client.clientId, waitId },
      { promise: { on: '2026-11-30', time: null, what: null } },
    )

    expect(await rowsOf(kept.store, 'promise')).toMatchObject([{ state: 'open', due_on: '2026-11-30' }])
    expect(await rowsOf(kept.store, 'promise_move')).toMatchObject([
      { from_on: '2026-11-25', is_before_due: 1 },
    ])
  })

  it('moves a date with its reason, and says whether that was before it was due', async () => {
    const { clientId } = await priyaAndTom()
    const promise = await promised(clientId)
    kept.setNow(at('Tue 2026-11-24 13:00'))

    const { letter } = await send(
      {
        kind: 'move-the-date',
        clientId,
        promiseId: promise.id,
        promise: { on: '2026-11-25', time: '13:00', what: null },
      },
      { fields: { reason: 'The marquee firm has a new figure.' } },
    )

    expect(letter.body).toContain('The marquee firm has a new figure, so it will be')
    expect(letter.body).toContain('and that you did not hear this from me sooner')
    expect(await rowsOf(kept.store, 'promise_move')).toMatchObject([
      {
        to_on: '2026-11-25',
        why: 'The marquee firm has a new figure.',
        is_before_due: 0,
        letter_id: letter.id,
      },
    ])
    expect(await rowsOf(kept.store, 'promise')).toMatchObject([{ due_on: '2026-11-25', state: 'open' }])
  })

  it('starts the cadence of updates anew', async () => {
    const { clientId, projectId } = await priyaAndTom()
    await promised(clientId, { projectId })

    const { letter } = await send({ kind: 'status-update', clientId, projectId })

    expect(letter.subject).toBe('Where things stand, with 200 days to go')
    expect(await rowsOf(kept.store, 'status_update')).toMatchObject([
      { letter_id: letter.id, at: now, topics: 'revised budget' },
    ])
    expect(await rowsOf(kept.store, 'project')).toMatchObject([
      { last_update_at: now, next_update_on: '2026-12-08' },
    ])
    expect(letter.body).toContain('Next update: Tuesday 8 December.')
  })

  it('gives the little extra it is about', async () => {
    const { clientId } = await priyaAndTom()
    const idea = {
      because: null,
      occasion: 'first anniversary',
      occasionOn: '2026-11-29',
      costMinor: 1400,
      minutes: null,
    }
    const { id } = await kept.store.write((db) =>
      db
        .insertInto('extra')
        .values({
          client_id: clientId,
          what: 'Two bottles of the cordial',
          occasion: idea.occasion,
          occasion_on: idea.occasionOn,
          state: 'idea',
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )

    const { letter } = await send(
      { kind: 'little-extra', clientId, extraId: id },
      { fields: { gift: 'two bottles of the cordial from your toast' } },
    )

    expect(letter.body).toContain('for your first anniversary: two bottles of the cordial from your toast.')
    expect(await rowsOf(kept.store, 'extra')).toMatchObject([
      { state: 'given', given_on: '2026-11-24', letter_id: letter.id },
    ])
    expect(await rowsOf(kept.store, 'client')).toMatchObject([{ last_extra_at: now }])
  })

  it('refuses what the letter lacks, by its name, and changes nothing', async () => {
    const { clientId } = await priyaAndTom()
    const promise = await promised(clientId)
    const begin = { kind: 'move-the-date', clientId, promiseId: promise.id } as const
    const priya = { personId: null, name: 'Priya', address: 'prïya@raman.example' }

    expect(await refusal(send(begin))).toEqual({
      code: 'E_TEMPLATE_EMPTY',
      values: { name: 'reason', label: 'Why the date moves' },
    })
    expect(await refusal(send(begin, { recipients: [] }))).toMatchObject({ code: 'E_RECIPIENT_MISSING' })
    expect(await refusal(send(begin, { recipients: [priya] }))).toMatchObject({
      code: 'E_ADDRESS_INVALID',
      values: { address: priya.address },
    })
    expect(await rowsOf(kept.store, 'message')).toEqual([])
  })

  it('needs the day an acknowledgement is for', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    const typed = { promise: null, body: 'Dear Tom, I have it.' }

    expect(await refusal(send({ kind: 'acknowledge', clientId: client.clientId, waitId }, typed))).toEqual({
      code: 'E_TEMPLATE_EMPTY',
      values: { name: 'promised_day', label: 'The day of your answer' },
    })
  })

  it('needs an account', async () => {
    const { clientId } = await priyaAndTom()
    await kept.ask(api.mail.removeAccount, { revision: 0 })

    expect(await refusal(send({ kind: 'blank', clientId }, { subject: 'x', body: 'x' }))).toMatchObject({
      code: 'E_NO_ACCOUNT',
    })
  })

  it('writes to each address once', async () => {
    const { clientId } = await priyaAndTom()
    const recipients = ['a@raman.example', 'a@RAMAN.example', 'b@exämple.org'].map((address) => ({
      personId: null,
      name: 'Priya',
      address,
    }))
    const { letter } = await send({ kind: 'blank', clientId }, { recipients, subject: 'x', body: 'x' })

    expect(JSON.parse((await letterRow(letter.id))?.envelope ?? '')).toMatchObject({
      to: ['a@raman.example', 'b@xn--exmple-cua.org'],
    })
  })
})

describe('taking back', () => {
  const untouched = async () => ({
    waits: await rowsOf(kept.store, 'wait'),
    promises: await rowsOf(kept.store, 'promise'),
    messages: await rowsOf(kept.store, 'message'),
    conversations: await rowsOf(kept.store, 'conversation'),
    moves: await rowsOf(kept.store, 'promise_move'),
    updates: await rowsOf(kept.store, 'status_update'),
  })

  it('by undo makes it a draft again and leaves no mark (OM-8)', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    const before = await untouched()
    const { letter, operationId } = await send({ kind: 'acknowledge', clientId: client.clientId, waitId })

    kept.setNow(now + 19_999)
    await undo(operationId)

    expect(await untouched()).toEqual(before)
    expect(await letterRow(letter.id)).toMatchObject({
      state: 'draft',
      mime: null,
      body: null,
      queued_at: null,
    })
    expect((await show(letter.id)).text).toContain('How many does the barn seat?')
  })

  it('by undo comes too late once delivery has it', async () => {
    const { clientId, projectId } = await priyaAndTom()
    const { operationId } = await send({ kind: 'status-update', clientId, projectId })
    kept.setNow(now + 20_000)
    await kept.ask(api.mail.deliver, {})

    expect(await refusal(undo(operationId))).toMatchObject({ code: 'E_UNDO_TOO_LATE' })
    expect(await rowsOf(kept.store, 'status_update')).toHaveLength(1)
  })

  it('from the Outbox does the same, also after an attempt that failed', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    const before = await untouched()
    const { letter } = await send({ kind: 'acknowledge', clientId: client.clientId, waitId })
    kept.setNow(now + minute)
    kept.mail.answers.push({
      outcome: 'later',
      code: 'E_SMTP_UNREACHABLE',
      values: { host: 'localhost', why: 'refused' },
    })
    await kept.ask(api.mail.deliver, {})

    const back = await kept.ask(api.letters.takeBack, { id: letter.id })

    expect(back).toMatchObject({ state: 'draft', body: null, attempts: 0 })
    expect(await untouched()).toEqual(before)
  })

  it('is refused while the letter is on its way', async () => {
    const { clientId, projectId } = await priyaAndTom()
    const { letter } = await send({ kind: 'status-update', clientId, projectId })
    for (const state of ['sending', 'committing'] as const) {
      await kept.store.write((db) => db.updateTable('letter').set({ state }).execute())
      expect(await refusal(kept.ask(api.letters.takeBack, { id: letter.id }))).toMatchObject({
        code: 'E_LETTER_ON_ITS_WAY',
      })
    }
  })

  it('of one acknowledged in one go leaves nothing at all', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    const before = await untouched()
    const reply = await kept.reply(api.letters.acknowledge, { waitId })

    expect(reply).toMatchObject({
      ok: true,
      value: { promisedOn: '2026-11-25', letter: { state: 'queued' } },
    })
    await undo(reply.ok ? reply.operationId : null)

    expect(await untouched()).toEqual(before)
    expect(await rowsOf(kept.store, 'letter')).toEqual([])
  })
})

describe('a letter that goes another way', () => {
  it('is a link, a file and a text, and counts only once the user has sent it', async () => {
    const client = await priyaAndTom()
    const { waitId } = await tomAsks(client)
    const draft = await kept.ask(api.letters.begin, {
      kind: 'acknowledge',
      clientId: client.clientId,
      waitId,
    })
    const { id, revision } = draft.letter

    const file = await kept.ask(api.letters.handOver, { id, revision, way: 'mail-program' })

    expect(file.mailto).toMatch(
      /^mailto:priya@raman\.example,tom@hollis\.example\?subject=Re%3A%20Two%20quick%20questions%20about%20rain&body=Dear%20Priya%20and%20Tom%2C%0D%0A%0D%0AThank/,
    )
    expect(file.fileName).toBe('Re Two quick questions about rain.eml')
    expect(file.text).toBe(draft.text)
    expect(file.eml).toContain('Subject: Re: Two quick questions about rain')
    expect(await rowsOf(kept.store, 'wait')).toMatchObject([{ ended_at: null }])
    expect((await kept.ask(api.letters.outbox, {})).rows).toMatchObject([
      { reason: { code: 'E_HANDED_OVER' }, can: ['mark-sent', 'not-sent'] },
    ])

    kept.setNow(now + minute)
    const sent = await kept.ask(api.letters.markSent, { id })
    expect(sent).toMatchObject({ state: 'sent', sentAt: now + minute })
    expect(await rowsOf(kept.store, 'wait')).toMatchObject([
      { ended_by: 'acknowledgement', acked_at: now + minute },
    ])
    expect((await rowsOf(kept.store, 'message')).at(-1)).toMatchObject({ text: draft.text })

    const back = await kept.ask(api.letters.notSent, { id })
    expect(back.state).toBe('draft')
    expect(await rowsOf(kept.store, 'wait')).toMatchObject([{ ended_at: null }])
    expect(await rowsOf(kept.store, 'promise')).toEqual([])
  })

  it('needs neither an account nor an address', async () => {
    const { clientId, projectId } = await priyaAndTom()
    await kept.ask(api.mail.removeAccount, { revision: 0 })
    const draft = await kept.ask(api.letters.begin, { kind: 'status-update', clientId, projectId })
    const saved = await kept.ask(api.letters.save, { ...typedOf(draft), recipients: [] })
    const { id, revision } = saved.letter

    const file = await kept.ask(api.letters.handOver, { id, revision, way: 'clipboard' })

    expect(file.mailto).toMatch(/^mailto:\?subject=/)
    expect(textOf((await show(id)).parts)).toBe(file.text)
  })
})

describe('templates', () => {
  it('are listed and changed, and letters follow', async () => {
    const { clientId, projectId } = await priyaAndTom()
    const { id } = await kept.store.write((db) =>
      db
        .insertInto('letter_template')
        .values({ kind: 'status-update', language: 'en', name: 'x', subject: 'x', body: 'x' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const change = (body: string) =>
      kept.ask(api.templates.change, { id, revision: 0, subject: 'News', body })

    expect(await refusal(change('{{ frist_name }}'))).toEqual({
      code: 'E_TEMPLATE_UNKNOWN',
      values: { name: 'frist_name' },
    })
    expect(await refusal(change('One\n{{ names'))).toEqual({ code: 'E_TEMPLATE_WRONG', values: { line: 2 } })
    await change('Hello {{ names }}')

    const draft = await kept.ask(api.letters.begin, { kind: 'status-update', clientId, projectId })
    expect([draft.subject, draft.text]).toEqual(['News', 'Hello Priya and Tom'])
    expect(await kept.ask(api.templates.list, {})).toMatchObject([{ id, revision: 1 }])
  })
})

describe('the Outbox', () => {
  it('says in words why a letter waits, and when it goes', async () => {
    const { clientId, projectId } = await priyaAndTom()
    await send({ kind: 'status-update', clientId, projectId })
    const rowOf = async () => (await kept.ask(api.letters.outbox, {})).rows[0]

    expect(await rowOf()).toMatchObject({
      clientName: 'Priya & Tom',
      dueAt: now + 20_000,
      reason: null,
      can: ['take-back', 'send-now'],
    })
    kept.mail.answers.push({
      outcome: 'later',
      code: 'E_SMTP_UNREACHABLE',
      values: { host: 'localhost', why: 'closed' },
    })
    kept.setNow(now + minute)
    await kept.ask(api.mail.deliver, {})
    expect(await rowOf()).toMatchObject({
      dueAt: now + 2 * minute,
      reason: {
        code: 'E_SMTP_UNREACHABLE',
        text: 'We couldn’t reach localhost. The letter is safe here, and we’ll try again at 10:42.',
      },
    })
  })

  it('lets a held letter go at once', async () => {
    const { clientId, projectId } = await priyaAndTom()
    const { letter } = await send({ kind: 'status-update', clientId, projectId }, {}, 'ten-minutes')
    await kept.ask(api.letters.sendNow, { id: letter.id })

    expect(await kept.ask(api.mail.deliver, {})).toEqual({ sent: 1, waiting: 0 })
  })
})
