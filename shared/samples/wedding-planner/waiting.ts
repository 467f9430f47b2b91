import type { SampleClient } from '../sample'

/** The couples and families at work on their day, besides Priya and Tom. */
export const sofiaAndBen: SampleClient = {
  name: 'Sofia Marchetti & Ben Adler',
  shortName: 'Sofia & Ben',
  stage: 'current',
  addedAt: '2026-01-14 09:30',
  people: [
    {
      name: 'Sofia Marchetti',
      decidesOn: 'music and ceremony',
      prefers: 'Email',
      email: 'sofia@marchettiadler.example',
      phone: '+44 7700 900151',
    },
    {
      name: 'Ben Adler',
      decidesOn: 'transport',
      prefers: 'A call at lunch',
      email: 'ben@marchettiadler.example',
      phone: '+44 7700 900152',
    },
  ],
  projects: [
    {
      kind: 'Wedding',
      eventOn: '2026-12-19',
      venue: 'St Anne’s Hall',
      place: 'Lewes',
      guests: 120,
      cadenceDays: 14,
      updates: [
        { at: '2026-10-23 15:00', subject: 'Where things stand', topics: 'music, coaches' },
        { at: '2026-11-06 15:10', subject: 'Where things stand', topics: 'menu, guest count' },
        { at: '2026-11-20 17:05', subject: 'Where things stand', topics: 'walk-through, suppliers' },
      ],
      milestones: [
        { kind: 'visit', what: 'Walk-through', on: '2026-11-28', at: '10:00', place: 'St Anne’s Hall' },
        { kind: 'deadline', what: 'Final guest count', on: '2026-12-07', whose: 'client' },
      ],
      promises: [
        {
          what: 'Confirm coach times with both families',
          asNoun: 'the coach times',
          doneAs: 'coach times are agreed with both families',
          saidAt: '2026-11-20 12:30',
          saidChannel: 'call',
          saidTo: 'Ben Adler',
          dueOn: '2026-11-24',
        },
        {
          what: 'Supplier contacts on one page',
          asNoun: 'the supplier contacts',
          saidAt: '2026-11-17 16:10',
          saidChannel: 'email',
          saidTo: 'Sofia Marchetti',
          dueOn: '2026-11-27',
        },
        {
          what: 'Running order for the day',
          asNoun: 'the running order',
          saidAt: '2026-11-20 17:05',
          saidChannel: 'email',
          saidTo: 'Sofia Marchetti',
          dueOn: '2026-12-08',
        },
        {
          what: 'Table plan, second version',
          asNoun: 'the table plan',
          saidAt: '2026-11-10 10:00',
          saidChannel: 'email',
          dueOn: '2026-11-16',
          keptAt: '2026-11-13 16:00',
        },
      ],
    },
  ],
  conversations: [
    {
      subject: 'Coaches',
      messages: [
        {
          at: '2026-11-20 12:30',
          channel: 'call',
          from: 'Ben Adler',
          minutes: 9,
          text: 'Both families need times before they book leave.',
        },
      ],
    },
    {
      messages: [
        {
          at: '2026-11-23 13:50',
          channel: 'email',
          from: 'Sofia Marchetti',
          text: 'Is the quartet still confirmed? Mum has been asking and I’d love to tell her something before the weekend.',
        },
      ],
    },
  ],
  extras: [
    {
      what: 'Umbrella box by the church door',
      occasion: 'December wedding',
      costMinor: 4500,
      state: 'given',
      on: '2026-11-17',
    },
    { what: 'Reading typed large for Ben’s grandfather', minutes: 90, state: 'given', on: '2026-11-12' },
  ],
}

export const imogenAndDele: SampleClient = {
  name: 'Imogen Clarke & Dele Adeyemi',
  shortName: 'Imogen & Dele',
  stage: 'current',
  sentBy: 'Harriet & Paul Ellison',
  addedAt: '2026-05-06 14:00',
  people: [
    {
      name: 'Imogen Clarke',
      decidesOn: 'food and guests',
      prefers: 'Text',
      email: 'imogen@clarkeadeyemi.example',
      phone: '+44 7700 900161',
    },
    { name: 'Dele Adeyemi', decidesOn: 'budget', email: 'dele@clarkeadeyemi.example' },
  ],
  projects: [
    {
      kind: 'Wedding',
      eventOn: '2027-03-06',
      venue: 'The Old Foundry',
      place: 'Bristol',
      guests: 75,
      cadenceDays: 21,
      updates: [
        { at: '2026-10-05 10:00', subject: 'Where things stand', topics: 'venue, food' },
        { at: '2026-10-26 10:20', subject: 'Where things stand', topics: 'food, photographer' },
        { at: '2026-11-16 09:40', subject: 'Where things stand', topics: 'tasting, seating' },
      ],
      milestones: [
        { kind: 'tasting', what: 'Tasting', on: '2026-12-10', at: '18:30', place: 'The Old Foundry' },
      ],
      promises: [
        {
          what: 'Seating draft',
          asNoun: 'the seating draft',
          saidAt: '2026-11-16 09:40',
          saidChannel: 'email',
          saidTo: 'Imogen Clarke',
          dueOn: '2026-11-27',
        },
        {
          what: 'Photographer’s contract, read and marked',
          asNoun: 'the photographer’s contract',
          saidAt: '2026-11-16 09:40',
          saidChannel: 'email',
          dueOn: '2026-12-04',
        },
        {
          what: 'Menu prices with and without wine',
          asNoun: 'the menu prices',
          saidAt: '2026-10-26 10:20',
          saidChannel: 'email',
          dueOn: '2026-11-06',
          keptAt: '2026-11-05 15:00',
        },
      ],
    },
  ],
  conversations: [
    {
      messages: [
        {
          at: '2026-11-23 16:25',
          channel: 'email',
          from: 'Imogen Clarke',
          text: 'Could we move the tasting to the 8th? Dele is travelling the week before and won’t forgive us if we eat without him.',
        },
      ],
    },
  ],
  extras: [
    {
      what: 'Jollof recipe card from Dele’s aunt, printed',
      costMinor: 2000,
      state: 'given',
      on: '2026-10-21',
    },
    { what: 'Parking map for both grandmothers', minutes: 60, state: 'given', on: '2026-11-05' },
  ],
}

export const graceAndLiam: SampleClient = {
  name: 'Grace Okafor & Liam Byrne',
  shortName: 'Grace & Liam',
  stage: 'current',
  sentBy: 'Jess & Callum Reid',
  addedAt: '2026-06-22 11:00',
  people: [
    { name: 'Grace Okafor', decidesOn: 'budget', prefers: 'Email', email: 'grace@okaforbyrne.example' },
    { name: 'Liam Byrne', email: 'liam@okaforbyrne.example', phone: '+44 7700 900172' },
  ],
  projects: [
    {
      kind: 'Wedding',
      eventOn: '2027-05-14',
      venue: 'Glebe Farm',
      place: 'Hay-on-Wye',
      guests: 110,
      cadenceDays: 21,
      updates: [
        { at: '2026-10-23 10:30', subject: 'Where things stand', topics: 'marquee, budget' },
        { at: '2026-11-13 11:30', subject: 'Where things stand', topics: 'marquee, caterers' },
      ],
      milestones: [
        {
          kind: 'visit',
          what: 'Site visit with the marquee firm',
          on: '2026-12-11',
          at: '11:00',
          place: 'Glebe Farm',
        },
      ],
      promises: [
        {
          what: 'Send the revised budget, with marquee',
          asNoun: 'the revised budget',
          doneAs: 'the revised budget is with you, marquee included',
          saidAt: '2026-11-19 14:05',
          saidChannel: 'email',
          saidTo: 'Grace Okafor',
          dueOn: '2026-11-24',
          dueTime: '13:00',
        },
        {
          what: 'Caterer shortlist',
          asNoun: 'the caterer shortlist',
          saidAt: '2026-11-13 11:30',
          saidChannel: 'email',
          dueOn: '2026-12-03',
        },
        {
          what: 'Save-the-date proofs',
          asNoun: 'the save-the-date proofs',
          saidAt: '2026-10-23 10:30',
          saidChannel: 'email',
          dueOn: '2026-11-02',
          keptAt: '2026-10-30 14:00',
        },
      ],
    },
  ],
  conversations: [
    {
      subject: 'Marquee and budget',
      messages: [
        {
          at: '2026-11-19 11:40',
          channel: 'email',
          from: 'Grace Okafor',
          text: 'What does the marquee do to the total? We would like to decide this week.',
        },
        {
          at: '2026-11-19 14:05',
          channel: 'email',
          to: 'Grace Okafor',
          gist: 'the marquee’s price is being checked',
          text: 'You’ll have the revised budget, with the marquee, by one o’clock on Tuesday.',
        },
      ],
    },
    {
      subject: 'A note from us',
      messages: [
        {
          at: '2026-11-19 16:50',
          channel: 'email',
          from: 'Grace Okafor',
          text: 'I keep telling people you answer before I’ve finished worrying.',
        },
        {
          at: '2026-11-19 17:10',
          channel: 'email',
          to: 'Grace Okafor',
          gist: 'thanks for a kind note',
          text: 'That made my day. Thank you, both of you.',
        },
      ],
    },
  ],
  extras: [
    { what: 'Bookplates with the wedding date', costMinor: 3800, state: 'given', on: '2026-10-30' },
    { what: 'Walking route for early guests', minutes: 120, state: 'given', on: '2026-10-19' },
  ],
}

export const northgate: SampleClient = {
  name: 'Northgate Arts Trust',
  shortName: 'Northgate',
  stage: 'current',
  addedAt: '2024-09-02 10:00',
  people: [
    {
      name: 'Helen Marsh',
      relation: 'Director',
      decidesOn: 'budget',
      prefers: 'Email',
      email: 'helen.marsh@northgatearts.example',
      phone: '+44 20 7946 0181',
    },
    {
      name: 'Ravi Sandhu',
      relation: 'Events',
      decidesOn: 'menu and hall',
      email: 'ravi.sandhu@northgatearts.example',
      notInLetters: true,
    },
  ],
  projects: [
    {
      kind: 'Supper',
      eventOn: '2027-02-11',
      venue: 'Northgate Hall',
      guests: 140,
      cadenceDays: 21,
      standing: 'Caterer shortlist unchanged; hall contract on track',
      updates: [
        { at: '2026-10-14 09:30', subject: 'Where things stand', topics: 'hall, caterers' },
        { at: '2026-11-04 10:00', subject: 'Where things stand', topics: 'caterers, seating' },
      ],
      milestones: [{ kind: 'call', what: 'Menu call', on: '2026-11-25', at: '11:00' }],
    },
    {
      kind: 'Spring recital',
      eventMonth: '2027-04',
      venue: 'Northgate Hall',
      cadenceDays: 28,
      updates: [{ at: '2026-11-19 09:30', subject: 'The recital', topics: 'hall layout' }],
      promises: [
        {
          what: 'Hall floor plan',
          asNoun: 'the hall floor plan',
          saidAt: '2026-11-18 10:30',
          saidChannel: 'call',
          saidTo: 'Ravi Sandhu',
          dueOn: '2026-11-27',
          moves: [
            {
              at: '2026-11-19 09:30',
              fromOn: '2026-11-23',
              toOn: '2026-11-27',
              why: 'The surveyor measures the stage on Wednesday.',
            },
          ],
        },
      ],
    },
  ],
  conversations: [
    {
      subject: 'Hall hire',
      messages: [
        {
          at: '2026-11-17 10:05',
          channel: 'email',
          from: 'Helen Marsh',
          text: 'Could you confirm that the hall is ours from noon?',
        },
        {
          at: '2026-11-17 11:50',
          channel: 'email',
          to: 'Helen Marsh',
          gist: 'the hall is theirs from noon',
          text: 'It is, from twelve until midnight, and the contract says so.',
        },
      ],
    },
  ],
  extras: [{ what: 'Programme proofread before print', minutes: 90, state: 'given', on: '2026-10-08' }],
}

export const margaret: SampleClient = {
  name: 'Margaret Ellison',
  shortName: 'Margaret',
  stage: 'current',
  addedAt: '2026-09-21 15:20',
  people: [
    {
      name: 'Margaret Ellison',
      decidesOn: 'everything',
      prefers: 'A letter, then a call',
      email: 'margaret@ellison.example',
      phone: '+44 7700 900183',
    },
  ],
  projects: [
    {
      kind: 'Ruby anniversary',
      eventMonth: '2027-01',
      venue: 'The Orangery',
      guests: 40,
      cadenceDays: 14,
      updates: [
        { at: '2026-11-05 11:00', subject: 'Where things stand', topics: 'venue visit, cards' },
        { at: '2026-11-19 10:30', subject: 'Where things stand', topics: 'venue visit' },
      ],
      milestones: [
        { kind: 'visit', what: 'Venue visit', on: '2026-12-02', at: '15:00', place: 'The Orangery' },
      ],
      promises: [
        {
          what: 'Place card wording',
          asNoun: 'the place card wording',
          saidAt: '2026-11-05 11:00',
          saidChannel: 'email',
          dueOn: '2026-12-09',
        },
        {
          what: 'Two pianists to choose from',
          asNoun: 'two pianists',
          saidAt: '2026-11-19 10:30',
          saidChannel: 'email',
          dueOn: '2026-12-10',
        },
      ],
    },
  ],
  conversations: [
    {
      subject: 'The Orangery in January',
      messages: [
        {
          at: '2026-11-24 09:20',
          channel: 'email',
          from: 'Margaret Ellison',
          text: 'Is the Orangery heated in January? My sister feels the cold.',
        },
        {
          at: '2026-11-24 10:38',
          channel: 'email',
          to: 'Margaret Ellison',
          text: 'Thank you for asking about the heating. You’ll have a full answer by Thursday 26 November.',
          answerPromisedOn: '2026-11-26',
        },
      ],
    },
  ],
  extras: [
    {
      what: 'Letter her place cards by hand, as a gift',
      because: 'You moved her venue visit twice this month',
      occasion: 'softens news',
      minutes: 60,
      state: 'suggested',
      on: '2026-11-24',
    },
    { what: 'Cushion for her sister’s chair', costMinor: 2500, state: 'given', on: '2026-11-10' },
  ],
}
