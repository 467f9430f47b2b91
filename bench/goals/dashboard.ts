import { loadToday } from '../../db/today'
import type { Store } from '../../db/store'
import { openTestBackend } from '../../electron/testing'
import { api } from '../../shared/api/index'
import { benchNow } from '../maker'
import { interleaved, ms, type Result } from '../measure'
import { bareStatements, openSides } from '../recorder'
import type { Size } from '../sizes'
import { benchWindow } from '../window'

const rounds = 200
const wholeRequest = 5

/** Goal 1: Today's load costs what its SQL costs; the whole request, rules included, stays under 5 ms. */
export async function dashboardGoal(file: string, size: Size): Promise<readonly Result[]> {
  const { store, raw, close } = openSides(file)
  const load = (on: Store) => loadToday(on.read, benchWindow)
  const bare = await bareStatements(file, raw, load)
  const { backend } = await openTestBackend({ now: benchNow, store })
  const { kept, bare: bound } = await interleaved({ kept: () => load(store), bare }, rounds)
  const whole = () => backend.answer(api.today.show.name, {})
  const request = await interleaved({ whole }, rounds)
  await close()
  const line = { size: size.name, isGate: true }
  return [
    {
      ...line,
      goal: '1 Today’s load, against its SQL',
      measured: ms(kept.p50),
      bound: ms(bound.p50),
      ratio: kept.p50 / bound.p50,
      limit: 1.3,
    },
    {
      ...line,
      goal: '1 the whole Today request, p95',
      measured: ms(request.whole.p95),
      bound: ms(wholeRequest),
      ratio: request.whole.p95 / wholeRequest,
      limit: 1,
    },
  ]
}

/** One store's Today against another's: does it follow history, or only what is open? */
export async function historyGoal(
  goal: string,
  [large, largeSize]: readonly [string, Size],
  [small, smallSize]: readonly [string, Size],
  limit: number,
): Promise<readonly Result[]> {
  const [one, other] = [openSides(large), openSides(small)]
  const figures = await interleaved(
    {
      large: () => loadToday(one.store.read, benchWindow),
      small: () => loadToday(other.store.read, benchWindow),
    },
    rounds,
  )
  await Promise.all([one.close(), other.close()])
  const ratio = figures.large.p50 / figures.small.p50
  const size = `${largeSize.name} : ${smallSize.name}`
  return [
    { goal, size, measured: ms(figures.large.p50), bound: ms(figures.small.p50), ratio, limit, isGate: true },
  ]
}
