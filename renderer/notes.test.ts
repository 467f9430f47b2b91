import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NoteId } from '../shared/domain/ids'
import type { Note } from '../shared/domain/note'
import { askForNotes, notesAllowed, showNote } from './notes'

type Shown = { readonly title: string; readonly options: NotificationOptions; readonly click: () => void }

let shown: Shown[]
let closed: number

/** The browser's own notes, played: what was shown, and whether it may be. */
function playBrowser(permission: NotificationPermission) {
  class PlayedNotification {
    static permission = permission
    static readonly requestPermission = async () => (PlayedNotification.permission = 'granted')
    onclick: () => void = () => undefined
    constructor(title: string, options: NotificationOptions) {
      shown.push({ title, options, click: () => this.onclick() })
    }
    close() {
      closed += 1
    }
  }
  vi.stubGlobal('Notification', PlayedNotification)
}

const note: Note = {
  id: 7 as NoteId,
  kind: 'wait',
  title: 'Imogen has 30 minutes left of your four hours',
  text: null,
  words: '“Could we move the tasting to the 8th?”',
  acts: [{ act: 'acknowledge', label: 'Acknowledge' }],
  place: '#/today/wait-12',
  operationId: null,
}

beforeEach(() => {
  shown = []
  closed = 0
  window.location.hash = ''
})

afterEach(() => vi.unstubAllGlobals())

describe('a note in a browser', () => {
  it('is shown with the words of the client, under a mark of its own', () => {
    playBrowser('granted')

    showNote(note)

    expect(shown).toMatchObject([
      {
        title: 'Imogen has 30 minutes left of your four hours',
        options: { body: '“Could we move the tasting to the 8th?”', tag: 'kept-7' },
      },
    ])
  })

  it('bears the same mark in every window, so that it is shown once', () => {
    playBrowser('granted')

    showNote(note)
    showNote(note)

    expect(shown.map(({ options }) => options.tag)).toEqual(['kept-7', 'kept-7'])
  })

  it('says nothing but its title where names and words are hidden', () => {
    playBrowser('granted')

    showNote({ ...note, title: 'Somebody is waiting', words: null })

    expect(shown).toMatchObject([{ title: 'Somebody is waiting', options: { body: '' } }])
  })

  it('of a letter that is held has the mark of its sending', () => {
    playBrowser('granted')

    showNote({ ...note, id: null, kind: 'held', operationId: 41 })

    expect(shown[0]?.options.tag).toBe('kept-held-41')
  })

  it('brings the window to its place when it is clicked, and goes', () => {
    playBrowser('granted')
    const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined)
    showNote(note)

    shown[0]?.click()

    expect(focus).toHaveBeenCalledOnce()
    expect(window.location.hash).toBe('#/today/wait-12')
    expect(closed).toBe(1)
  })

  it.each(['default', 'denied'] as const)('is not shown without leave: %s', (permission) => {
    playBrowser(permission)

    showNote(note)

    expect(shown).toEqual([])
  })

  it('is nothing for a window of its own, whose system shows notes', () => {
    playBrowser('granted')
    vi.stubGlobal('kept', { ask: async () => undefined, onPush: () => () => undefined })

    showNote(note)

    expect(shown).toEqual([])
    expect(notesAllowed()).toBe('none')
  })

  it('is nothing in a browser that knows no notes', async () => {
    vi.stubGlobal('Notification', undefined)
    Reflect.deleteProperty(window, 'Notification')

    showNote(note)

    expect(notesAllowed()).toBe('none')
    expect(await askForNotes()).toBe('none')
  })
})

describe('the leave to show notes', () => {
  it('is asked of the browser', async () => {
    playBrowser('default')

    expect(notesAllowed()).toBe('default')
    expect(await askForNotes()).toBe('granted')
    expect(notesAllowed()).toBe('granted')
  })
})
