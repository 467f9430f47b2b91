import type { TemplateName } from '../../shared/api/letters'

/** How a name is written in a template: printed, or for a list gone through line by line. */
export const markOf = ({ name, kind }: TemplateName): string =>
  kind === 'list' ? `{% for item in ${name} %}\n- {{ item }}\n{%- endfor %}` : `{{ ${name} }}`

/** The text with a name put in where the user is writing. */
export function putIn(
  area: Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd'>,
  name: TemplateName,
): string {
  const { value, selectionStart, selectionEnd } = area
  return value.slice(0, selectionStart) + markOf(name) + value.slice(selectionEnd)
}
