const article = /^(?:the|an?)\s+/i

/** 'revised budget' for 'the revised budget': a thing as it is called in a list, without its article. */
export const withoutArticle = (thing: string): string => thing.replace(article, '')

/** 'Rain plan' for 'the rain plan': a thing as a line of its own. */
export function asTitle(thing: string): string {
  const bare = withoutArticle(thing)
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** 'hold a string trio' for 'Hold a string trio': a title inside a sentence; one that begins with a name keeps it. */
export const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}*[.’']?\s+\p{Lu}/u.test(title) || !/^\p{Lu}\p{Ll}*(?:\s|$)/u.test(title)
    ? title
    : title.charAt(0).toLowerCase() + title.slice(1)
