/** One row to insert, by column. */
export type Row = Readonly<Record<string, string | number | null>>

/** The business of every store: a planner in London. */
export const business: Row = {
  id: 1,
  user_name: 'Hazel',
  business_name: 'Hazel Fenwick Weddings',
  signature: 'Hazel',
  zone: 'Europe/London',
  country: 'GB',
  region: null,
  currency: 'GBP',
  language: 'en',
  calendar_version: 1,
  sample_pack: null,
  pack: 'wedding-planner',
}

/** Its standards, as the wedding planner pack has them. */
export const standard: Row = {
  from_at: 0,
  ack_minutes: 240,
  answer_days: 1,
  inquiry_ack_minutes: 60,
  inquiry_answer_days: 1,
  event_week_ack_minutes: 60,
  event_week_answer_days: 0,
  cadence_days: 14,
  cadence_near_days: 7,
  cadence_last_days: 1,
  promises_a_day: 3,
  budget_minor: 120_000,
  client_budget_minor: 12_000,
}
