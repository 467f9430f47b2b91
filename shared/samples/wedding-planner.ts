import type { Sample } from './sample'
import { others } from './wedding-planner/others'
import { priyaAndTom } from './wedding-planner/priya-and-tom'
import { graceAndLiam, imogenAndDele, margaret, northgate, sofiaAndBen } from './wedding-planner/waiting'

/** Hazel's wedding business on Tuesday 24 November 2026 at 10:40, in Europe/London. Addresses lead nowhere. */
export const weddingPlannerSample: Sample = {
  userName: 'Hazel',
  businessName: 'Hazel Fenwick Weddings',
  zone: 'Europe/London',
  country: 'GB',
  region: 'ENG',
  currency: 'GBP',
  startsAt: '2026-11-24 10:40',
  clients: [...others, sofiaAndBen, imogenAndDele, graceAndLiam, northgate, margaret, priyaAndTom],
  outbox: [
    {
      client: 'Harriet & Paul Ellison',
      to: 'Harriet Ellison',
      subject: 'Imogen and Dele’s tasting',
      body: 'Dear Harriet,\n\nyour friends Imogen and Dele are choosing their menu in December, and they still talk about your supper. Thank you for sending them.\n\nHazel',
      at: '2026-11-24 10:15',
    },
  ],
}
