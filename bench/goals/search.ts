import { searchEverything } from '../../db/search'
import { makerFor } from '../maker'
import { interleaved, ms, type Result } from '../measure'
import { bareStatements, openSides } from '../recorder'
import type { Size } from '../sizes'

const frame = 16.7

/** Goal 4: search as you type, at every length of what was typed, within one frame and close to bare SQL. */
export async function searchGoal(file: string, size: Size): Promise<readonly Result[]> {
  const results = []
  for (const letters of [2, 3, 5, 8]) results.push(...(await measureLength(file, size, letters)))
  return results
}

async function measureLength(file: string, size: Size, letters: number): Promise<readonly Result[]> {
  const { store, raw, close } = openSides(file)
  const typed = Array.from({ length: 40 }, wordsTyped(size, letters))
  const bare: (() => unknown)[] = []
  for (const text of typed)
    bare.push(await bareStatements(file, raw, ({ read }) => searchEverything(read, text, 30)))
  let kept = 0
  let floor = 0
  const figures = await interleaved(
    {
      kept: () => searchEverything(store.read, typed[kept++ % typed.length] ?? '', 30),
      bare: () => bare[floor++ % bare.length]?.(),
    },
    typed.length * 4,
  )
  await close()
  const goal = `4 search, ${letters} letters`
  const whole = { goal, size: size.name, isGate: true }
  return [
    {
      ...whole,
      measured: ms(figures.kept.p50),
      bound: ms(figures.bare.p50),
      ratio: figures.kept.p50 / figures.bare.p50,
      limit: 1.3,
    },
    {
      ...whole,
      goal: `${goal}, p95 in a frame`,
      measured: ms(figures.kept.p95),
      bound: ms(frame),
      ratio: figures.kept.p95 / frame,
      limit: 1,
    },
  ]
}

/** Beginnings of words the store is full of. */
function wordsTyped(size: Size, letters: number): () => string {
  const maker = makerFor(size)
  return () => {
    for (;;) {
      const word = maker.word()
      if (word.length >= letters) return word.slice(0, letters)
    }
  }
}
