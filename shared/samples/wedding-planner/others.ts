import type { SampleClient } from '../sample'

/** Clients of earlier years, inquiries, and one house that pays in parts. */
const jessAndCallum: SampleClient = {
  name: 'Jess & Callum Reid',
  shortName: 'Jess & Callum',
  stage: 'past',
  addedAt: '2024-10-08 09:15',
  people: [
    { name: 'Jess Reid', prefers: 'Text', email: 'jess@reid.example' },
    { name: 'Callum Reid', email: 'callum@reid.example' },
  ],
  projects: [
    {
      kind: 'Wedding',
      eventOn: '2025-11-29',
      venue: 'Fairlight Barn',
      place: 'Rye',
      guests: 84,
      state: 'done',
    },
  ],
  extras: [
    {
      what: 'Two bottles of the cordial from their toast',
      because: 'Jess still looks for it in shops',
      occasion: 'first anniversary',
      occasionOn: '2026-11-29',
      costMinor: 1400,
      state: 'planned',
    },
    {
      what: 'Card for sending Priya and Tom',
      occasion: 'Referral',
      costMinor: 1600,
      state: 'given',
      on: '2026-10-05',
      reward: 'referral',
    },
  ],
}

const ellisons: SampleClient = {
  name: 'Harriet & Paul Ellison',
  shortName: 'The Ellisons',
  stage: 'past',
  addedAt: '2023-02-20 10:00',
  people: [
    { name: 'Harriet Ellison', email: 'harriet@ellisonfamily.example' },
    { name: 'Paul Ellison', email: 'paul@ellisonfamily.example' },
  ],
  projects: [{ kind: 'Wedding', eventOn: '2024-06-01', venue: 'The Orangery', guests: 60, state: 'done' }],
  extras: [
    {
      what: 'Flowers for sending Imogen and Dele',
      occasion: 'Referral',
      costMinor: 3200,
      state: 'given',
      on: '2026-10-16',
      reward: 'referral',
    },
  ],
}

const orchardHouse: SampleClient = {
  name: 'Orchard House',
  stage: 'current',
  addedAt: '2025-11-03 11:00',
  people: [
    {
      name: 'Ines Duarte',
      relation: 'House manager',
      decidesOn: 'budget',
      email: 'ines@orchardhouse.example',
    },
  ],
  projects: [
    {
      kind: 'Open day',
      eventOn: '2027-04-24',
      cadenceDays: 28,
      updates: [{ at: '2026-11-12 09:10', subject: 'Where things stand', topics: 'stalls, parking' }],
      milestones: [{ kind: 'payment', what: 'Second payment', on: '2026-12-01', whose: 'client' }],
      promises: [
        {
          what: 'Stallholder list',
          asNoun: 'the stallholder list',
          saidAt: '2026-11-12 09:10',
          saidChannel: 'email',
          dueOn: '2026-12-11',
        },
      ],
    },
  ],
  extras: [
    { what: 'Wayfinding signs drawn for the orchard', minutes: 150, state: 'given', on: '2026-11-02' },
    { what: 'Seed packets for the first visitors', costMinor: 3000, state: 'given', on: '2026-11-06' },
  ],
}

const lead = (
  name: string,
  shortName: string,
  addedAt: string,
  kind: string,
  eventMonth: string,
  asked: string,
  answered: string,
  people: readonly string[] = name.split(' & '),
): SampleClient => {
  const person = people[0] ?? name
  return {
    name,
    shortName,
    stage: 'lead',
    addedAt,
    people: people.map((each) => ({
      name: each,
      email: `${each.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@mail.example`,
    })),
    projects: [{ kind, eventMonth }],
    conversations: [
      {
        subject: `${kind} inquiry`,
        messages: [
          { at: addedAt, channel: 'email', from: person, text: asked },
          {
            at: answered,
            channel: 'email',
            to: person,
            gist: 'the date is free, and a call is set',
            text: 'Your month is free here. Shall we talk on Friday at eleven?',
          },
        ],
      },
    ],
  }
}

const past = (
  name: string,
  shortName: string,
  addedAt: string,
  kind: string,
  eventOn: string,
  venue: string,
): SampleClient => ({
  name,
  shortName,
  stage: 'past',
  addedAt,
  people: name
    .split(' & ')
    .map((each) => ({ name: each, email: `${each.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@mail.example` })),
  projects: [{ kind, eventOn, venue, state: 'done' }],
})

export const others: readonly SampleClient[] = [
  jessAndCallum,
  ellisons,
  orchardHouse,
  lead(
    'Nadia Rahman & Joe Pike',
    'Nadia & Joe',
    '2026-11-19 10:20',
    'Wedding',
    '2027-09',
    'Are you free in September next year, and what do you need from us to begin?',
    '2026-11-19 10:55',
  ),
  lead(
    'Hollybrook School',
    'Hollybrook',
    '2026-11-17 09:05',
    'Summer ball',
    '2027-07',
    'Do you take on school events, and for how many guests?',
    '2026-11-17 09:40',
    ['Fiona Reyes'],
  ),
  lead(
    'Astrid Holm & Peter Lang',
    'Astrid & Peter',
    '2026-11-12 14:30',
    'Wedding',
    '2027-08',
    'We are getting married in August. Could you send us how you work?',
    '2026-11-12 15:10',
  ),
  past(
    'Amelia Stone & Jack Rowe',
    'Amelia & Jack',
    '2023-04-11 10:00',
    'Wedding',
    '2024-05-18',
    'Glebe Farm',
  ),
  past(
    'Beatrice Osei & Daniel Webb',
    'Beatrice & Daniel',
    '2023-06-02 10:00',
    'Wedding',
    '2024-08-24',
    'The Old Foundry',
  ),
  past(
    'Chloe Hart & Sam Doyle',
    'Chloe & Sam',
    '2023-09-14 10:00',
    'Wedding',
    '2024-09-07',
    'Fairlight Barn',
  ),
  past(
    'Eleni Kostas & Mark Frost',
    'Eleni & Mark',
    '2024-01-22 10:00',
    'Wedding',
    '2025-03-29',
    'St Anne’s Hall',
  ),
  past('Freya Lund & Noah Price', 'Freya & Noah', '2024-02-05 10:00', 'Wedding', '2025-05-10', 'Glebe Farm'),
  past(
    'Georgia Bell & Omar Said',
    'Georgia & Omar',
    '2024-03-18 10:00',
    'Wedding',
    '2025-06-21',
    'The Orangery',
  ),
  past(
    'Hannah Cole & Luke Adair',
    'Hannah & Luke',
    '2024-05-27 10:00',
    'Wedding',
    '2025-07-12',
    'Fairlight Barn',
  ),
  past(
    'Isla Grant & Theo Marsh',
    'Isla & Theo',
    '2024-07-08 10:00',
    'Wedding',
    '2025-09-20',
    'The Old Foundry',
  ),
  past('Lucy Quinn & Ben Hale', 'Lucy & Ben', '2024-11-11 10:00', 'Wedding', '2026-02-14', 'The Orangery'),
  past(
    'Maya Singh & Will Carr',
    'Maya & Will',
    '2025-01-13 10:00',
    'Wedding',
    '2026-04-18',
    'St Anne’s Hall',
  ),
  past(
    'Rosa Vidal & Finn Shaw',
    'Rosa & Finn',
    '2025-03-03 10:00',
    'Wedding',
    '2026-09-05',
    'Fairlight Barn',
  ),
]
