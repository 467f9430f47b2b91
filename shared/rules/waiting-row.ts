import { firstSentence, questions, saidSentences } from '../lib/text'

/** What a row of Waiting shows of a message: what it is about, and the client's own words. */
export type WaitingText = { readonly subject: string; readonly snippet: string | null }

/**
 * Line 1 is the subject, else the first question, else the first sentence; line 2 the first sentence that is
 * not said by then. An empty message without a subject gives an empty line 1.
 */
export function waitingText(subject: string | null, text: string): WaitingText {
  const line = subject ?? questions(text)[0] ?? firstSentence(text) ?? ''
  const snippet = saidSentences(text).find((sentence) => bare(sentence) !== bare(line)) ?? null
  return { subject: line, snippet }
}

const bare = (text: string): string =>
  text.toLowerCase().replace(/^(?:(?:re|fwd?|aw|wg):\s*)+|[\s\p{P}]+$/giu, '')
