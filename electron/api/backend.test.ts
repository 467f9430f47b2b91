import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import type { InputOf } from '../../shared/api/contract'
import { api, endpoints } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import { aNewProject } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'
import { getRequest } from './requests'

const client: InputOf<typeof api.clients.add> = {
  name: 'Priya & Tom',
  shortName: null,
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
  people: [],
  project: null,
}
const aPerson = {
  name: 'Priya Shah',
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters: true,
  birthday: null,
  addresses: [],
}
const operationId = '6a0f3f6e-0d5c-4b57-9a4e-0f0f3c6a1b2d'

let test: TestBackend
beforeEach(async () => {
  test = await openTestBackend()
})
afterEach(() => test.close())

const answer = (name: string, input: unknown = {}) => test.backend.answer(name, input)
const errorOf = async (name: string, input: unknown = {}) => {
  const reply = await answer(name, input)
  return reply.ok ? null : reply.error
}

describe('a name', () => {
  it('of the contract always has a handler', () => {
    for (const endpoint of endpoints) expect(getRequest(endpoint.name).endpoint).toBe(endpoint)
  })

  it.each([
    '',
    'today',
    'today.',
    '.show',
    'today.show.now',
    'Today.show',
    'today.show ',
    '__proto__.toString',
    'constructor.constructor',
    'today.__proto__',
    'today.constructor',
    'toString',
  ])('that is not in the contract, such as “%s”, is refused as data', async (name) => {
    expect(await errorOf(name)).toMatchObject({ kind: 'not-found', code: 'E_CHANNEL' })
  })

  it('that is no text is refused as well, and a long one is not repeated in full', async () => {
    expect(await errorOf(null as unknown as string)).toMatchObject({ code: 'E_CHANNEL' })
    expect((await errorOf('x'.repeat(10_000)))?.message.length).toBeLessThan(200)
  })
})

describe('an input', () => {
  it('that is wrong is refused by its field and what would be right', async () => {
    expect(await errorOf('clients.add', { ...client, name: '   ' })).toEqual({
      kind: 'invalid',
      code: 'E_PAYLOAD',
      values: { request: 'clients.add', field: 'name', expected: 'invalid.empty' },
      message: 'Please check “name”. It must not be empty.',
    })
  })

  it.each([
    [{ ...client, name: undefined }, 'name', 'invalid.missing'],
    [{ ...client, surprise: 1 }, 'surprise', 'invalid.unknown-field'],
    [{ ...client, stage: 'friend' }, 'stage', 'invalid.choice'],
    [{ ...client, people: [{}] }, 'people.0.name', 'invalid.missing'],
    [{ ...client, people: 'Priya' }, 'people', 'invalid.array'],
    [{ ...client, project: { cadenceDays: 0 } }, 'project.kind', 'invalid.missing'],
    [{ ...client, project: aNewProject({ cadenceDays: 0 }) }, 'project.cadenceDays', 'invalid.some-days'],
    [{ ...client, operationId: 'once' }, 'operationId', 'invalid.operation'],
    [null, 'input', 'invalid.object'],
    ['{}', 'input', 'invalid.object'],
    [[], 'input', 'invalid.object'],
  ])('%j is wrong in “%s”', async (input, field, expected) => {
    expect((await errorOf('clients.add', input))?.values).toMatchObject({ field, expected })
  })

  it.each([
    ['clients.list', { text: 'x'.repeat(201) }, 'invalid.line-too-long'],
    ['recovery.choose', { file: '' }, 'invalid.empty'],
    ['recovery.restore', { file: 'a\0b' }, 'invalid.path'],
  ])('of %s says what would be right', async (name, input, expected) => {
    expect((await errorOf(name, input))?.values['expected']).toBe(expected)
  })

  it('that hides something in its prototype is read by its own fields only', async () => {
    const input = JSON.parse('{"__proto__": {"name": "Priya"}, "stage": "current"}') as unknown
    expect((await errorOf('clients.add', input))?.code).toBe('E_PAYLOAD')
  })

  it('of any shape is answered, never thrown, and nothing is written', async () => {
    const names = fc.constantFrom(...endpoints.map((endpoint) => endpoint.name))
    const strange = fc.oneof(fc.anything(), fc.array(fc.anything()), fc.string(), fc.constant(undefined))
    await fc.assert(
      fc.asyncProperty(names, strange, async (name, input) => {
        const reply = await answer(name, [input])
        expect(reply).toMatchObject({ ok: false, error: { code: 'E_PAYLOAD' } })
      }),
      { numRuns: 300 },
    )
    expect(await rowsOf(test.store, 'operation')).toEqual([])
    expect(test.pushes).toEqual([])
  })
})

describe('a query', () => {
  it('announces no change and carries the host’s moment', async () => {
    const reply = await test.reply(api.business.show, {})

    expect(reply).toMatchObject({ ok: true, now: test.now(), operationId: null })
    expect(test.pushes).toEqual([])
  })
})

describe('a command', () => {
  it('writes all or nothing and announces one change', async () => {
    await test.ask(api.clients.add, { ...client, people: [aPerson, aPerson] })

    expect(test.pushes).toEqual([{ kind: 'changed', now: test.now() }])
    expect(await rowsOf(test.store, 'person')).toHaveLength(2)
  })

  it('names the operation that undo takes back', async () => {
    const reply = await test.reply(api.clients.add, client)
    const [operation] = await rowsOf(test.store, 'operation')

    expect(reply).toMatchObject({ ok: true, operationId: operation?.id })
    expect(operation).toMatchObject({ command: 'clients.add', at: test.now(), is_undoable: 1 })
  })

  it('asked again under the same operation id is answered, not done twice', async () => {
    const first = await test.reply(api.clients.add, { ...client, operationId })
    const second = await test.reply(api.clients.add, { ...client, operationId: operationId.toUpperCase() })

    expect(second).toEqual(first)
    expect(await rowsOf(test.store, 'client')).toHaveLength(1)
    expect(test.pushes).toHaveLength(1)
  })

  it('asked ten times at once under the same operation id is done once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => test.reply(api.clients.add, { ...client, operationId })),
    )

    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await rowsOf(test.store, 'client')).toHaveLength(1)
  })

  it('without an operation id is done as often as it is asked', async () => {
    await test.ask(api.clients.add, client)
    await test.ask(api.clients.add, client)

    expect(await rowsOf(test.store, 'client')).toHaveLength(2)
  })

  it('is refused an operation id that another command has used', async () => {
    const { id } = await test.ask(api.clients.add, { ...client, operationId })

    await expect(test.ask(api.clients.archive, { id, operationId })).rejects.toThrow(
      new Refusal('conflict', 'E_OPERATION_OTHER', { operation: operationId, command: 'clients.add' }),
    )
  })

  it('is refused an operation id that was used for other input, and accepts the same in another order', async () => {
    await test.ask(api.clients.add, { ...client, operationId })
    const { name, ...rest } = client

    await expect(test.ask(api.clients.add, { ...client, name: 'Other', operationId })).rejects.toThrow(
      new Refusal('conflict', 'E_OPERATION_OTHER', { operation: operationId, command: 'clients.add' }),
    )
    await test.ask(api.clients.add, { operationId, ...rest, name })
    expect(await rowsOf(test.store, 'client')).toHaveLength(1)
  })

  it('that is refused leaves nothing behind, and may be asked again under its id', async () => {
    const id = 4711 as never
    await expect(test.ask(api.clients.archive, { id, operationId })).rejects.toThrow(Refusal)

    expect(await rowsOf(test.store, 'operation')).toEqual([])
    expect(test.pushes).toEqual([])
    await test.ask(api.clients.add, { ...client, operationId })
    expect(await rowsOf(test.store, 'client')).toHaveLength(1)
  })
})

describe('an errand', () => {
  it('holds no transaction while it is outdoors, so a command in between is not kept waiting', async () => {
    const openWindow = async () => {
      await test.ask(api.clients.add, client)
      return 'http://127.0.0.1:1/#code'
    }
    test.host.shell = { ...test.host.shell, openWindow }

    expect(await test.ask(api.windows.open, {})).toEqual({ link: 'http://127.0.0.1:1/#code' })
    expect(await rowsOf(test.store, 'client')).toHaveLength(1)
  })
})

describe('a fault', () => {
  it('is shown calmly, without its detail', async () => {
    await test.store.close()
    const error = await errorOf('business.show')
    test = await openTestBackend()

    expect(error).toEqual({
      kind: 'internal',
      code: 'E_INTERNAL',
      values: {},
      message:
        'That did not work, because of a fault in Kept. What you saved before is safe. Please try again.',
    })
  })
})
