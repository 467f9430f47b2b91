/** Quantiles of one thing that was measured, in ms. */
export type Figures = { readonly p50: number; readonly p95: number }

/** Two things measured in turns, so that whatever else the machine does falls on both alike. */
export async function interleaved<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Readonly<Record<Name, Figures>>> {
  const names = Object.keys(works) as Name[]
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (const name of names) for (let warm = 0; warm < 5; warm++) await works[name]()
  for (let round = 0; round < rounds; round++)
    for (const name of names) taken[name].push(await timed(works[name]))
  return Object.fromEntries(names.map((name) => [name, figuresOf(taken[name])])) as Record<Name, Figures>
}

/** How long one call takes, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function figuresOf(all: readonly number[]): Figures {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** One line of the table: a goal, what was measured against its lower bound, and whether it is met. */
export type Result = {
  readonly goal: string
  readonly size: string
  readonly measured: string
  readonly bound: string
  readonly ratio: number
  readonly limit: number
  /** False where the line is only shown: it gates nothing. */
  readonly isGate: boolean
}

export const isMet = (result: Result): boolean => result.ratio <= result.limit
export const ms = (value: number): string => `${value < 10 ? value.toFixed(3) : value.toFixed(1)} ms`
