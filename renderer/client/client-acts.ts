import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import type { Project } from '../../shared/domain/project'
import type { WaitingClock } from '../../shared/domain/today'
import { useCommand, useConnection } from '../api'
import { useLog } from '../log/LogProvider'
import { goTo } from '../route'
import { useAct } from '../status'
import type { MenuChoice } from '../ui/MoreMenu'
import { useKeys } from '../ui/use-keys'
import { useWords } from '../ui/use-words'
import type { Panels } from './panels'

type Acting = {
  readonly page: ClientPage
  readonly project: Project | undefined
  readonly panels: Panels
}

/** What can be done on a client's page, and the keys that do it. */
export function useClientActs({ page, project, panels }: Acting) {
  const log = useLog()
  const { clock } = useConnection()
  const { client, waits } = page
  const clientId = client.id
  const reply = ({ waitId, dueAt }: WaitingClock) => {
    const kind = clock.now() > dueAt ? 'late-answer' : 'blank'
    panels.show({ kind: 'letter', begin: { kind, clientId, waitId } })
  }
  const update = () => {
    if (project)
      panels.show({ kind: 'letter', begin: { kind: 'status-update', clientId, projectId: project.id } })
  }
  const acts = {
    log: () => log({ client: { id: clientId, name: client.name } }),
    write: () => panels.show({ kind: 'letter', begin: { kind: 'blank', clientId } }),
    reply,
    menu: useMenu(page, panels),
  }
  useKeys({
    l: acts.log,
    c: acts.write,
    p: () => panels.show({ kind: 'promise-form', id: null }),
    u: update,
    e: () => panels.show({ kind: 'extra-form', id: null }),
    r: () => waits[0] && reply(waits[0]),
    '[': () => goToClient(page.previousId),
    ']': () => goToClient(page.nextId),
  })
  return acts
}

const goToClient = (clientId: number | null): void => {
  if (clientId !== null) goTo({ screen: 'client', clientId })
}

/** What is seldom done with a client. */
function useMenu({ client }: ClientPage, panels: Panels): readonly MenuChoice[] {
  const say = useWords()
  const act = useAct()
  const archive = useCommand(api.clients.archive)
  const restore = useCommand(api.clients.restore)
  const { id, name } = client
  const keep =
    client.archivedAt === null
      ? {
          id: 'archive',
          label: say('client.menu.archive'),
          onPress: () => void act(archive.ask({ id }), () => say('clients.said.archived', { name })),
        }
      : {
          id: 'restore',
          label: say('client.menu.restore'),
          onPress: () => void act(restore.ask({ id }), () => say('clients.said.restored', { name })),
        }
  const choice = (kind: 'person' | 'project' | 'key-date', label: string) => ({
    id: kind,
    label,
    onPress: () => panels.show({ kind, id: null }),
  })
  return [
    { id: 'edit', label: say('client.menu.edit'), onPress: () => panels.show({ kind: 'client' }) },
    choice('person', say('client.menu.addPerson')),
    choice('project', say('client.menu.addProject')),
    choice('key-date', say('client.menu.addKeyDate')),
    keep,
  ]
}
