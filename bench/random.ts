/** A small generator of even numbers between 0 and 1 (mulberry32): the same seed makes the same store. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const onsets = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'fl',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'v',
  'w',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo']
const codas = ['', 'n', 'r', 's', 't', 'l', 'm', 'ck', 'nd', 'st']

/** A vocabulary of `count` pronounceable words; the first are met most often (Zipf). */
export function vocabulary(count: number, random: () => number): readonly string[] {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const syllable = () => pick(onsets) + pick(vowels) + pick(codas)
  const words = new Set<string>()
  while (words.size < count) words.add(syllable() + (random() < 0.7 ? syllable() : ''))
  return [...words]
}

/** The rank of a word drawn by Zipf's law out of `count`. */
export const zipf = (count: number, random: () => number): number => Math.floor(count ** random()) - 1

/** A text of about `letters` letters in sentences, every fourth of them a question. */
export function textOf(words: readonly string[], letters: number, random: () => number): string {
  const sentences: string[] = []
  for (let length = 0; length < letters;) {
    const said = Array.from(
      { length: 6 + Math.floor(random() * 9) },
      () => words[zipf(words.length, random)] ?? 'and',
    )
    const sentence = said.join(' ')
    sentences.push(sentence.charAt(0).toUpperCase() + sentence.slice(1) + (random() < 0.25 ? '?' : '.'))
    length += sentence.length + 2
  }
  return sentences.join(' ')
}
