import type { ClientId } from '../../shared/domain/ids'
import { listTimeline } from '../../db/timeline'
import type { Store } from '../../db/store'
import { interleaved, ms, type Result } from '../measure'
import { bareStatements, openSides } from '../recorder'
import type { Size } from '../sizes'
import { benchNow } from '../maker'

const page = { before: null, limit: 50 }
const manyMessages = 50_000
const rounds = 300

/** Goal 3: a client's timeline costs what its SQL costs, and a long history no more than a short one. */
export async function clientPageGoal(file: string, size: Size): Promise<readonly Result[]> {
  const { store, raw, close } = openSides(file)
  const usual = size.clients as ClientId
  const busy = busiestOf(raw, size)
  const show = (id: ClientId) => (on: Store) => listTimeline(on.read, id, 'all', page)
  const bare = await bareStatements(file, raw, show(usual))
  const figures = await interleaved(
    { kept: () => show(usual)(store), bare, busy: () => show(busy)(store) },
    rounds,
  )
  await close()
  const line = (goal: string, measured: number, bound: number, limit: number): Result => ({
    goal,
    size: size.name,
    measured: ms(measured),
    bound: ms(bound),
    ratio: measured / bound,
    limit,
    isGate: true,
  })
  return [
    line('3 client page, against its SQL', figures.kept.p50, figures.bare.p50, 1.3),
    line(
      `3 client of ${manyMessages} messages, against a usual one`,
      figures.busy.p50,
      figures.kept.p50,
      1.5,
    ),
  ]
}

/** Gives one client as many messages as no client has, and says which. */
function busiestOf(raw: ReturnType<typeof openSides>['raw'], size: Size): ClientId {
  const id = (size.clients - 1) as ClientId
  const { count } = raw
    .prepare<[number], { count: number }>('select count(*) as count from message where client_id = ?')
    .get(id) ?? { count: 0 }
  const insert = raw.prepare(
    `insert into message (conversation_id, client_id, direction, channel, at, text, is_human)
     values (1, ?, 'inbound', 'email', ?, 'As before.', 1)`,
  )
  raw.transaction(() => {
    for (let missing = count; missing < manyMessages; missing++) insert.run(id, benchNow - missing * 60_000)
  })()
  return id
}
