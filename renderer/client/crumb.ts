import type { Project } from '../../shared/domain/project'
import { say, type Language } from '../../shared/words/say'

/** 'Weddings, 2027': the drawer a project lies in; null without a project. */
export function crumbOf(project: Project | undefined, language: Language = 'en'): string | null {
  if (!project) return null
  const year = (project.eventOn ?? project.eventMonth)?.slice(0, 4)
  const kind = plural(project.kind)
  return year === undefined ? kind : say('client.crumb.kindYear', { kind, year }, language)
}

/** More than one of a kind: Weddings, Anniversaries, Open days. */
function plural(kind: string): string {
  if (/(s|x|z|ch|sh)$/i.test(kind)) return `${kind}es`
  return /[^aeiou]y$/i.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`
}
