import type { Pack, PackTemplate } from './pack'

const letter = (kind: PackTemplate['kind'], name: string, subject: string, body: string): PackTemplate => ({
  kind,
  language: 'en',
  name,
  subject,
  body,
})

const blank = letter(
  'blank',
  'Any letter',
  '{{ about }}',
  `Dear {{ names }},

{{ text }}

{{ signature }}`,
)

const acknowledge = letter(
  'acknowledge',
  'I have your message',
  '{% if about %}Re: {{ about }}{% else %}I have your message{% endif %}',
  `Dear {{ names }},

Thank you for your message.{% if question %} You asked: “{{ question }}”{% endif %}

I want to give you a proper answer, and you will have it by {{ promised_day }}.

{% if status %}{{ status }}{% endif %}

With warm wishes,
{{ signature }}`,
)

const statusUpdate = letter(
  'status-update',
  'Status update',
  '{% if project %}{{ project }}: where things stand{% else %}Where things stand{% endif %}{% if days_to_go %}, with {{ days_to_go }} to go{% endif %}',
  `Dear {{ names }},

Here is where things stand{% if days_to_go %} with {{ days_to_go }} to go until {{ event_day }}{% endif %}. {{ on_track }}

Done {% if since %}since {{ since }}{% else %}so far{% endif %}
{%- for item in done %}
- {{ item }}
{%- else %}
- {{ standing | default: "Little to report this time, and worth saying so" }}
{%- endfor %}

{% if in_hand %}In hand
{%- for item in in_hand %}
- {{ item }}
{%- endfor %}{% endif %}

To watch
{%- for item in to_watch %}
- {{ item }}
{%- else %}
- Nothing that worries me
{%- endfor %}

What we need from you
{%- for item in from_you %}
- {{ item }}
{%- else %}
- Nothing for now
{%- endfor %}

{% if extra_line %}{{ extra_line }}{% endif %}

{% if next_update %}Next update: {{ next_update }}.{% elsif days_to_go %}Next update: in person.{% else %}Next update: whenever you would like one.{% endif %}

With warm wishes,
{{ signature }}`,
)

const moveTheDate = letter(
  'move-the-date',
  'Move the date',
  'A new date for {{ thing | default: "what I promised" }}',
  `Dear {{ names }},

I said {% if thing %}{{ thing }} would be with you{% else %}I would {{ task }}{% endif %} by {{ old_day }}. {{ reason }}, so {% if several %}they{% else %}it{% endif %} will be {% if thing %}with you{% else %}done{% endif %} by {{ new_day }}. I’m sorry to keep you waiting{% if was_late %}, and that you did not hear this from me sooner{% endif %}.

{{ signature }}`,
)

const lateAnswer = letter(
  'late-answer',
  'A late answer',
  '{% if about %}Re: {{ about }}{% else %}My answer to you{% endif %}',
  `Dear {{ names }},

{% if question %}You asked on {{ asked_day }}: “{{ question }}” {% endif %}My answer comes later than it should have, and I’m sorry for that.

{% if promised_day %}I don’t have all of it yet. You will have the full answer by {{ promised_day }}.{% else %}{{ answer }}{% endif %}

With warm wishes,
{{ signature }}`,
)

const littleExtra = letter(
  'little-extra',
  'A little extra',
  'A little something from me',
  `Dear {{ names }},

I have a little something for you{% if occasion %}, for your {{ occasion }}{% endif %}: {{ gift }}.

There is nothing you need to do. It comes with my thanks.

With warm wishes,
{{ signature }}`,
)

/** Wedding planners. Figures are the published habits of the trade, a little better than usual. */
export const weddingPlanner: Pack = {
  name: 'wedding-planner',
  title: 'Wedding planner',
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' })),
  standard: {
    ackMinutes: 240,
    answerDays: 1,
    inquiryAckMinutes: 60,
    inquiryAnswerDays: 2,
    eventWeekAckMinutes: 60,
    eventWeekAnswerDays: 0,
    cadenceDays: 14,
    cadenceNearDays: 7,
    cadenceLastDays: 1,
    promisesADay: 3,
    budgetMinor: 120_000,
    clientBudgetMinor: 12_000,
  },
  rewards: [
    {
      rule: 'returning',
      what: 'An hour of planning on the house, for coming back',
      costMinor: null,
      minutes: 60,
    },
    {
      rule: 'referral',
      what: 'Flowers and a card, for sending somebody on',
      costMinor: 3_500,
      minutes: 10,
    },
    {
      rule: 'anniversary',
      what: 'A handwritten card for the anniversary',
      costMinor: 600,
      minutes: 15,
    },
  ],
  templates: [blank, acknowledge, statusUpdate, moveTheDate, lateAnswer, littleExtra],
}
