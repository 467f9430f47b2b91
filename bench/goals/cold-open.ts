import { spawnSync } from 'node:child_process'
import { connect } from '../../db/connection'
import { storeOf } from '../../db/store'
import { loadToday } from '../../db/today'
import { setPragmas } from '../../db/pragmas'
import { figuresOf, ms, type Result } from '../measure'
import type { Size } from '../sizes'
import { benchWindow } from '../window'

const rounds = 9
const limitCold = 40

/** What the bench is asked with to measure one opening, in a process of its own. */
export const openOnce = '--open-once'

/** Goal 9: from a closed file that no memory holds to the first Today. */
export function coldOpenGoal(
  [large, largeSize]: readonly [string, Size],
  [small, smallSize]: readonly [string, Size],
): readonly Result[] {
  const taken = { large: [] as number[], small: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    taken.large.push(openCold(large))
    taken.small.push(openCold(small))
  }
  const [one, other] = [figuresOf(taken.large).p50, figuresOf(taken.small).p50]
  return [
    {
      goal: '9 cold open and first Today',
      size: `${largeSize.name} : ${smallSize.name}`,
      measured: ms(one),
      bound: ms(other),
      ratio: one / other,
      limit: 3,
      isGate: true,
    },
    {
      goal: '9 cold open and first Today, disk cold',
      size: largeSize.name,
      measured: ms(one),
      bound: ms(limitCold),
      ratio: one / limitCold,
      limit: 1,
      isGate: true,
    },
  ]
}

/** Takes the file out of the system's memory (GNU dd does it where it may), then opens it in a new process. */
function openCold(file: string): number {
  spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' })
  const program = process.argv[1] ?? ''
  const child = spawnSync(process.execPath, [program, openOnce, file], { encoding: 'utf8' })
  const taken = Number(child.stdout.trim().split('\n').at(-1))
  if (!Number.isFinite(taken)) throw new Error(`The store could not be opened: ${child.stderr}`)
  return taken
}

/** One opening, printed in ms: the open, the settings, the first Today. */
export async function printOpening(file: string): Promise<void> {
  const start = performance.now()
  const connection = connect(file)
  setPragmas(connection)
  const store = storeOf(connection, file)
  await loadToday(store.read, benchWindow)
  console.log(performance.now() - start)
  await store.close()
}
