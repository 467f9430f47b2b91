const article = /^(?:the|an?)\s+/i

/** 'revised budget' for 'the revised budget': a thing as it is called in a list, without its article. */
export const withoutArticle = (thing: string): string => thing.replace(article, '')

/** 'Rain plan' for 'the rain plan': a thing as a line of its own. */
export function asTitle(thing: string): string {
  const bare = withoutArticle(thing)
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

const joined = /\s(?:and|&)\s/
const added = /\s(?:of|for|from|with|about|at|by|in|on|to)\s.*$/
const severalWithoutS = /(?:^|\s)(?:children|men|people|women)$/i
const oneWithS = /(?:ss|is|(?<!men)us)$/i

/**
 * Whether running text goes on with "they": 'the coach times', 'two pianists for the church'; not 'the list of
 * florists'. By the look of the words, so it may take a rare one for the other.
 */
export function isSeveral(thing: string): boolean {
  const bare = thing.trim().replace(/[.!?,;:]+$/, '')
  if (joined.test(bare)) return true
  const head = bare.replace(added, '')
  return severalWithoutS.test(head) || (/[^’']s$/i.test(head) && !oneWithS.test(head))
}

/** 'hold a string trio' for 'Hold a string trio': a title inside a sentence; one that begins with a name keeps it. */
export const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}*[.’']?\s+\p{Lu}/u.test(title) || !/^\p{Lu}\p{Ll}*(?:\s|$)/u.test(title)
    ? title
    : title.charAt(0).toLowerCase() + title.slice(1)
