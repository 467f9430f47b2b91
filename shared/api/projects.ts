import { ClientId, ProjectId, Revision } from '../domain/ids'
import { ProjectDetails, type Project } from '../domain/project'
import { command } from './contract'

/** Projects of a client; adding or moving an event day changes the working calendar with it. */
export const projects = {
  add: command({ clientId: ClientId, ...ProjectDetails.shape }, { undo: true }).returns<Project>(),
  change: command(
    { id: ProjectId, revision: Revision, ...ProjectDetails.shape },
    { undo: true },
  ).returns<Project>(),
}
