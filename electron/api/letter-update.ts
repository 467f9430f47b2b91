import { listHappened } from '../../db/happened'
import { listKeyDates } from '../../db/milestones'
import { listProjects } from '../../db/projects'
import type { ReadDb } from '../../db/schema'
import { getStandard } from '../../db/standards'
import type { Milestone } from '../../shared/domain/milestone'
import type { Project } from '../../shared/domain/project'
import { nounOf } from '../../shared/domain/promise'
import { inSentence, withoutArticle } from '../../shared/lib/noun'
import { peekOf, textOf } from '../../shared/rules/letter-text'
import { nextUpdateOn } from '../../shared/rules/status-cadence'
import { statusLetter } from '../../shared/rules/status-letter'
import { thingsToTell, type ThingsToTell } from '../../shared/rules/things-to-tell'
import type { Ground } from './letter-ground'
import { renderLetter, type LetterFacts, type RenderedLetter } from './letter-render'
import { statusFacts } from './letter-status'
import { withoutEnd } from './letter-words'

/** What one status update is made of, beside its ground: what there is to tell, and the steps of the project. */
export type UpdateNews = {
  readonly project: Project
  readonly things: ThingsToTell
  readonly milestones: readonly Milestone[]
  /** The day of the update after this one. */
  readonly nextUpdateOn: string | null
}

/** The facts of a status update of this project, read from the records. */
export async function updateFacts(db: ReadDb, ground: Ground, project: Project): Promise<LetterFacts> {
  const news = await loadNews(db, ground, project)
  return { ...factsOfNews(news, ground), project: await nameAmongSeveral(db, project) }
}

/** A client with several open projects is told which one a letter is about. */
async function nameAmongSeveral(db: ReadDb, { id, clientId, kind }: Project): Promise<string | null> {
  const projects = await listProjects(db, clientId)
  return projects.some((other) => other.id !== id && other.state === 'open') ? kind : null
}

/** The facts of a status update whose news were read already. */
export function factsOfNews(
  news: UpdateNews,
  ground: Pick<Ground, 'calendar' | 'now' | 'today' | 'language'>,
) {
  const { calendar, now, today, language } = ground
  return statusFacts(statusLetter(news, calendar, now), news.project, today, language)
}

/** The start of the status letter as it would go now: what a row of Today shows. */
export function updatePeek(
  news: UpdateNews,
  ground: Pick<Ground, 'calendar' | 'now' | 'today' | 'language'>,
  template: { readonly subject: string; readonly body: string },
  common: LetterFacts,
): string {
  const facts = { ...common, ...factsOfNews(news, ground) }
  const letter: RenderedLetter = renderLetter({ kind: 'status-update', template, facts, fields: {} })
  return peekOf(textOf(letter.parts))
}

/** A timeline has room for so many. */
const mostTopics = 3

/** What a status update of this project is about, in a few words: the things it tells of; null where there are none. */
export async function updateTopics(db: ReadDb, ground: Ground, project: Project): Promise<string | null> {
  const { things } = await loadNews(db, ground, project)
  const done = things.done.map((thing) =>
    thing.kind === 'promise' ? nounOf(thing.promise) : inSentence(thing.milestone.what),
  )
  const topics = [...done, ...things.ahead.map(nounOf)].map((topic) => withoutEnd(withoutArticle(topic)))
  return topics.length === 0 ? null : [...new Set(topics)].slice(0, mostTopics).join(', ')
}

/** Steps of another project of the same client have their own update. */
async function loadNews(db: ReadDb, ground: Ground, project: Project): Promise<UpdateNews> {
  const { calendar, today } = ground
  const since = project.lastUpdateAt ?? project.addedAt
  const next = nextUpdateOn(project, today, await getStandard(db), calendar)
  const happened = (await listHappened(db, [project.id])).get(project.id)
  if (happened === undefined) throw new Error(`Nothing is known of project ${project.id}`)
  const milestones = await listKeyDates(db, project.clientId, today)
  return {
    project,
    things: thingsToTell(happened, since, next),
    milestones: milestones.filter(({ projectId }) => projectId === null || projectId === project.id),
    nextUpdateOn: next,
  }
}
