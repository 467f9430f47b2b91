import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeStore } from './data'
import { bundleGoal } from './goals/bundle'
import { clientPageGoal } from './goals/client-page'
import { coldOpenGoal, openOnce, printOpening } from './goals/cold-open'
import { dashboardGoal, historyGoal } from './goals/dashboard'
import { logGoal } from './goals/log'
import { programGoal } from './goals/program'
import { searchGoal } from './goals/search'
import { isMet, type Result } from './measure'
import { printTable } from './print'
import { sizes, withOpenItemsOf, type Size } from './sizes'

const [first = '', second = ''] = process.argv.slice(2)
if (first === openOnce) await printOpening(second)
else await bench(first === '--size' && second === 'L' ? [sizes.S, sizes.M, sizes.L] : [sizes.S, sizes.M])

/** Makes the stores, measures every goal, prints the table and leaves it as JSON; fails where a gate is missed. */
async function bench(chosen: readonly Size[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-'))
  try {
    const results = await measureAll(folder, chosen)
    printTable(results)
    mkdirSync(join('bench', 'results'), { recursive: true })
    writeFileSync(join('bench', 'results', 'bench.json'), `${JSON.stringify(results, null, 2)}\n`)
    process.exitCode = results.every((result) => !result.isGate || isMet(result)) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(folder: string, chosen: readonly Size[]): Promise<readonly Result[]> {
  const results: Result[] = []
  const store = (size: Size): readonly [string, Size] => [storeFor(folder, size), size]
  for (const size of chosen) {
    const [file] = store(size)
    results.push(...(await dashboardGoal(file, size)), ...(await searchGoal(file, size)))
    results.push(...(await logGoal(file, size)))
  }
  const small = store(sizes.S)
  for (const size of chosen.slice(1)) {
    const same = 'history alone: the open items of S'
    results.push(
      ...(await historyGoal(`2 Today, ${same}`, store(withOpenItemsOf(size, sizes.S)), small, 1.5)),
    )
    results.push(...(await historyGoal('2 Today, everything larger', store(size), small, 4)))
    results.push(...coldOpenGoal(store(size), small))
  }
  for (const size of chosen) results.push(...(await clientPageGoal(store(size)[0], size)))
  return [...results, ...bundleGoal(), ...(await programGoal())]
}

/** The file of a store of this size, made at its first use. */
function storeFor(folder: string, size: Size): string {
  const file = join(folder, `${size.name.replaceAll(/\W+/g, '-')}.db`)
  if (existsSync(file)) return file
  process.stderr.write(`Making a store: ${size.name}.\n`)
  makeStore(file, size)
  return file
}
