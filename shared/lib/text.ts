const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The full stop after these ends no sentence; after "No." only where a number follows. */
const abbreviation = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Revd|St|approx|vs|e\.g|i\.e)\.$/i
const closingQuote = /["'”’)\]]$/
const numberSign = /(?:^|\s)No\.$/i

const questionEnd = /\?[?!]*["'”’)\]]*$/
const furtherQuestion = /, and (?:who|what|when|how)\b/gi

const greeting =
  /^(?:hi|hiya|hello|hey|dear|morning|afternoon|evening|good (?:morning|afternoon|evening))\b[^?!,:]{0,60}[.!,:]*$/i
const signOff =
  /^(?:(?:many |kind |best |warm |with )*(?:thanks|thank you|regards|wishes|best|love|cheers|yours|sincerely)\b[^.?!]{0,40}[.!,]*|x+)$/i

/** A line this long was probably broken by a mail program, not by its writer. */
const wrapWidth = 60

/**
 * The sentences of a text in order, as they were written. A line break ends a sentence, unless it only wraps a
 * long line.
 */
export function sentences(text: string): readonly string[] {
  return paragraphs(text).flatMap((paragraph) => {
    const parts = [...segmenter.segment(paragraph)].map(({ segment }) => segment)
    return join(parts, '', isOneSentence).map((sentence) => sentence.trim())
  })
}

/** What was said: the sentences without greeting and sign-off, or all of them where nothing else is there. */
export function saidSentences(text: string): readonly string[] {
  const all = sentences(text)
  const start = all.findIndex((sentence) => !greeting.test(sentence))
  const end = all.findIndex((sentence, n) => n > start && signOff.test(sentence) && all.length - n <= 3)
  const said = all.slice(Math.max(0, start), end === -1 ? all.length : end)
  return said.length === 0 ? all : said
}

/** The first sentence after the greeting; null where the text is blank. */
export function firstSentence(text: string): string | null {
  return saidSentences(text)[0] ?? null
}

/** The sentences that ask, as they were written. */
export function questions(text: string): readonly string[] {
  return sentences(text).filter((sentence) => questionEnd.test(sentence))
}

/** How many questions a text asks: each asking sentence, and each further part of it after ", and who", what, when or how. */
export function countQuestions(text: string): number {
  return questions(text).reduce(
    (count, question) => count + 1 + (question.match(furtherQuestion)?.length ?? 0),
    0,
  )
}

function paragraphs(text: string): readonly string[] {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/).map((line) => line.trim())
  return join(lines, ' ', isWrapped)
}

function isWrapped(line: string, next: string): boolean {
  if (line === '' || next === '' || /^(?:[-*•>]|\d+[.)])\s/.test(next)) return false
  return /^\p{Ll}/u.test(next) ? !line.endsWith(',') || line.length >= wrapWidth : isCutShort(line)
}

const isCutShort = (line: string): boolean => line.length >= wrapWidth && !/[.?!:]["'”’)\]]*$/.test(line)

function isOneSentence(part: string, next: string): boolean {
  const said = part.trimEnd()
  if (said === part || abbreviation.test(said)) return true
  return numberSign.test(said) ? /^\d/.test(next) : closingQuote.test(said) && /^\p{Ll}/u.test(next)
}

/** Puts neighbours that belong together into one, and leaves out what is blank. */
function join(
  parts: readonly string[],
  glue: string,
  belongTogether: (part: string, next: string) => boolean,
): readonly string[] {
  const joined: string[] = []
  for (const [n, part] of parts.entries()) {
    const before = parts[n - 1]
    if (before !== undefined && belongTogether(before, part))
      joined.push(`${joined.pop() ?? ''}${glue}${part}`)
    else joined.push(part)
  }
  return joined.filter((part) => part.trim() !== '')
}
