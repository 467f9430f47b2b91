import { isMet, type Result } from './measure'

/** Prints the results as a table; what is not met says so. */
export function printTable(results: readonly Result[]): void {
  const rows = results.map((result) => [
    result.goal,
    result.size,
    result.measured,
    result.bound,
    `${result.ratio.toFixed(2)}x`,
    `${result.limit}x`,
    isMet(result) ? 'met' : 'NOT MET',
  ])
  const heads = ['goal', 'size', 'measured', 'bound', 'ratio', 'limit', '']
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  console.log([line(heads), ...rows.map(line)].join('\n'))
}
