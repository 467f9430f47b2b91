import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../shared/api/clients'
import { at } from '../../shared/testing'
import { withoutCarriers } from './carriers'
import { entryInWords } from './timeline-words'

const setting = { zone: 'Europe/London', currency: 'GBP', language: 'en' } as const

type Message = Extract<TimelineEntry, { kind: 'message' }>
const message = (differences: Partial<Message> = {}): Message => ({
  kind: 'message',
  id: 1,
  at: at('Tue 2026-11-24 09:55'),
  who: 'Tom',
  direction: 'inbound',
  channel: 'email',
  subject: 'Two quick questions about rain',
  text: 'How many does the barn seat?',
  gist: null,
  minutes: null,
  conversationId: 1,
  letterState: null,
  ...differences,
})

const promise = {
  kind: 'promise-made',
  id: 1,
  at: at('Fri 2026-11-20 16:40'),
  what: 'Three florists to choose from',
  noun: 'three florists',
  dueOn: '2026-11-26',
  dueTime: null,
  daysEarly: null,
  saidChannel: 'email',
  letterSubject: 'Flowers',
} as const

const line = (entry: TimelineEntry) => {
  const { did, about, second } = entryInWords(entry, setting)
  return [`${did} ${about}`.trim(), second]
}

describe('a message in words', () => {
  it('is what they wrote, about what, and its first sentence in their words', () => {
    expect(line(message())).toEqual([
      'Tom wrote Two quick questions about rain',
      'How many does the barn seat?',
    ])
    expect(entryInWords(message(), setting).isTheirWords).toBe(true)
  })

  it.each([
    [{ channel: 'call', minutes: 12 }, 'Tom rang 12 minutes'],
    [{ channel: 'voicemail', subject: null }, 'Tom left a voicemail'],
    [{ channel: 'meeting', subject: null, who: null }, 'You met them'],
    [{ who: null, subject: null }, 'They wrote'],
    [{ direction: 'outbound', subject: null }, 'You wrote to Tom'],
    [{ direction: 'outbound', who: null, subject: null }, 'You wrote'],
    [{ direction: 'internal', channel: 'note', subject: null }, 'A note'],
  ] as const)('says of %o: %s', (differences, said) => {
    expect(line(message(differences))[0]).toBe(said)
  })

  it('does not say again what its subject says', () => {
    expect(line(message({ text: 'Two quick questions about rain' }))).toEqual([
      'Tom wrote Two quick questions about rain',
      null,
    ])
  })

  it('says what our own letter was about, and how it fares', () => {
    const ours = { direction: 'outbound', gist: 'the quartet is confirmed' } as const
    expect(line(message(ours))[1]).toBe('The quartet is confirmed')
    expect(line(message({ ...ours, letterState: 'queued' }))[1]).toBe('On its way')
    expect(line(message({ ...ours, letterState: 'sent' }))[1]).toBe('The quartet is confirmed')
  })
})

describe('a promise in words', () => {
  it.each([
    ['Three florists to choose from', 'three florists', 'three florists to choose from, by Thu 26 Nov'],
    ['Send the revised budget', 'the revised budget', 'to send the revised budget, by Thu 26 Nov'],
    ['What I understood', null, '“what I understood”, by Thu 26 Nov'],
    ['RSVP list', 'the RSVP list', 'RSVP list, by Thu 26 Nov'],
  ])('reads %s (%s) as a thing, a task or as it was typed', (what, noun, about) => {
    expect(entryInWords({ ...promise, what, noun }, setting).about).toBe(about)
  })

  it('says where it was made', () => {
    expect(line(promise)[1]).toBe('In your letter “Flowers”')
    expect(line({ ...promise, letterSubject: null, saidChannel: 'call' })[1]).toBe('On the phone')
  })

  it.each([
    [1, 'Promise kept, a day early'],
    [3, 'Promise kept, 3 days early'],
    [0, 'Promise kept'],
    [-1, 'Promise kept, a day late'],
  ])('kept %i days before its day', (daysEarly, did) => {
    expect(entryInWords({ ...promise, kind: 'promise-kept', daysEarly }, setting).did).toBe(did)
  })

  it('says of a moved date how early they were told, and what they answered', () => {
    const moved = {
      kind: 'promise-moved',
      id: 1,
      at: at('Wed 2026-10-28 09:50'),
      what: 'Music shortlist',
      noun: 'the music shortlist',
      fromOn: '2026-10-30',
      toOn: '2026-11-03',
      isBeforeDue: true,
      why: null,
      replyText: 'No rush at all.',
      replyWho: 'Tom',
    } as const
    expect(line(moved)).toEqual([
      'Date moved, before it was due Music shortlist, Fri 30 Oct to Tue 3 Nov',
      'You told them two days ahead. Tom: “No rush at all.”',
    ])
    expect(line({ ...moved, at: at('Sun 2026-11-01 09:50'), isBeforeDue: false, replyText: null })).toEqual([
      'Date moved, after it was due Music shortlist, Fri 30 Oct to Tue 3 Nov',
      'You told them two days after.',
    ])
  })
})

describe('what only carried another entry', () => {
  const letter = message({ direction: 'outbound', at: promise.at })

  it('is left out beside the promise it made', () => {
    expect(withoutCarriers([letter, promise])).toEqual([promise])
  })

  it('stays where it stands alone, or where the promise was made otherwise', () => {
    expect(withoutCarriers([letter])).toEqual([letter])
    expect(withoutCarriers([letter, { ...promise, letterSubject: null }])).toHaveLength(2)
  })

  it('is never a message of theirs', () => {
    expect(withoutCarriers([message({ at: promise.at }), promise])).toHaveLength(2)
  })
})
