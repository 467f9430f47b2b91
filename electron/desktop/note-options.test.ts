import { describe, expect, it } from 'vitest'
import type { Note } from '../../shared/domain/note'
import { optionsOf } from './note-options'

const note: Note = {
  id: null,
  kind: 'wait',
  title: 'Grace & Liam have 30 minutes left',
  text: null,
  words: '“<a href="https://evil.example">5 > 3</a> &lt;img src=x&gt;”',
  acts: [],
  place: '#/today',
  operationId: null,
}

describe('the words of a client in a note', () => {
  it('are text on Linux too, where desktops read markup; a title is text everywhere', () => {
    const { title, body } = optionsOf(note, 'linux')
    expect(title).toBe(note.title)
    expect(body).toBe('“&lt;a href="https://evil.example"&gt;5 &gt; 3&lt;/a&gt; &amp;lt;img src=x&amp;gt;”')
  })

  it.each(['darwin', 'win32'] as const)('are shown as they are on %s', (platform) => {
    expect(optionsOf(note, platform).body).toBe(note.words)
  })
})
