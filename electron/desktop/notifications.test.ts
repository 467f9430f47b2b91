import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Named } from '../../shared/api/contract'
import type { Note } from '../../shared/domain/note'
import type { Ask } from './ask'
import { createNotifier } from './notifications'
import { fakeElectron, FakeNotification } from './testing'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

const note = (differences: Partial<Note> = {}): Note => ({
  id: 7 as Note['id'],
  kind: 'wait',
  title: 'Imogen has 30 minutes left of your four hours',
  text: null,
  words: '“Could we move the tasting to the 8th?”',
  acts: [
    { act: 'acknowledge', label: 'Acknowledge' },
    { act: 'reply', label: 'Reply' },
    { act: 'in-15-minutes', label: 'In 15 min' },
  ],
  place: '#/today/wait-12',
  operationId: null,
  ...differences,
})
const held = note({
  id: null,
  kind: 'held',
  title: 'Acknowledged Imogen',
  words: null,
  acts: [{ act: 'undo', label: 'Undo' }],
  operationId: 31,
})

const opened: string[] = []
const asked: unknown[] = []
const answers: { next: unknown } = { next: null }
const ask = (async (endpoint: Named, input: unknown) => {
  asked.push([endpoint.name, input])
  return answers.next
}) as Ask
const show = (...notes: Note[]) => createNotifier({ ask, open: (place) => void opened.push(place) })(notes)
const press = (index: number, place = 0) =>
  FakeNotification.all[place]?.emit('action', { actionIndex: index })

beforeEach(() => {
  FakeNotification.all = []
  FakeNotification.isThere = true
  FakeNotification.behaves = 'shows'
  opened.length = 0
  asked.length = 0
  answers.next = null
})
afterEach(() => void vi.useRealTimers())

describe('a note', () => {
  it('says Kept’s words, then the client’s, and has its buttons', async () => {
    await show(note({ text: 'She wrote at 7:55.' }))

    expect(FakeNotification.all[0]?.options).toEqual({
      title: 'Imogen has 30 minutes left of your four hours',
      body: 'She wrote at 7:55.\n“Could we move the tasting to the 8th?”',
      actions: [
        { type: 'button', text: 'Acknowledge' },
        { type: 'button', text: 'Reply' },
        { type: 'button', text: 'In 15 min' },
      ],
    })
  })

  it('opens Kept at its row by a click', async () => {
    await show(note())
    FakeNotification.all[0]?.emit('click', {})

    expect([opened, asked]).toEqual([['#/today/wait-12'], []])
  })

  it('is answered in place, and what can be taken back follows as a note with Undo', async () => {
    await show(note())
    answers.next = { place: null, note: held }
    press(0)
    await vi.waitFor(() => expect(FakeNotification.all).toHaveLength(2))
    expect(asked).toEqual([['nudges.answer', { id: 7, act: 'acknowledge' }]])
    expect(FakeNotification.all[1]?.options.title).toBe('Acknowledged Imogen')

    answers.next = { command: 'nudges.answer' }
    press(0, 1)
    await vi.waitFor(() => expect(asked).toContainEqual(['operations.undo', { id: 31 }]))
    expect(opened).toEqual([])
  })

  it('leads where the answer leads', async () => {
    await show(note())
    answers.next = { place: '#/today/wait-12/reply', note: null }
    press(1)

    await vi.waitFor(() => expect(opened).toEqual(['#/today/wait-12/reply']))
  })

  it('opens Kept at the row where its answer is refused, and for a button it does not have', async () => {
    await show(note(), held)
    press(0)
    press(9)
    press(0, 1)

    await vi.waitFor(() => expect(opened).toEqual(['#/today/wait-12', '#/today/wait-12', '#/today/wait-12']))
  })

  it('loses nothing where the note that follows cannot be shown', async () => {
    await show(note())
    FakeNotification.behaves = 'fails'
    answers.next = { place: '#/today', note: held }
    press(0)

    await vi.waitFor(() => expect(FakeNotification.all).toHaveLength(2))
    expect(opened).toEqual(['#/today'])
  })
})

describe('a system that shows no notes', () => {
  const refused = expect.objectContaining({ kind: 'unreachable', code: 'E_NOTIFY_UNAVAILABLE' })

  it('is told of where it says so itself', async () => {
    FakeNotification.isThere = false
    await expect(show(note())).rejects.toEqual(refused)
    expect(FakeNotification.all).toEqual([])
  })

  it.each(['fails', 'throws'] as const)('is told of where it %s', async (behaves) => {
    FakeNotification.behaves = behaves
    await expect(show(note(), note())).rejects.toEqual(refused)
  })

  it('is not waited for where it never answers', async () => {
    vi.useFakeTimers()
    FakeNotification.behaves = 'is silent'
    const shown = show(note())
    const ended = expect(shown).rejects.toEqual(refused)
    await vi.advanceTimersByTimeAsync(3_000)

    await ended
  })
})

it('holds on to the newest fifty notes that are shown, and takes them along when Kept ends', async () => {
  fakeElectron.app.removeAllListeners()
  const many = Array.from({ length: 120 }, () => note())
  await expect(show(...many)).resolves.toBeUndefined()
  expect(FakeNotification.all.filter(({ isClosed }) => isClosed)).toEqual([])

  fakeElectron.app.emit('will-quit', {})
  expect(FakeNotification.all.map(({ isClosed }) => isClosed)).toEqual(many.map((_, at) => at >= 70))
})
