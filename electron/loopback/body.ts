/** How deep a JSON body may be nested. */
const depthAtMost = 32

/** Whether a JSON text is nested deeper than any request needs; decided in one pass, before it is parsed. */
export function isTooDeep(json: string): boolean {
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (sign === '"') at = endOfText(json, at)
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    if (depth > depthAtMost) return true
  }
  return false
}

function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '"') return at
    if (json[at] === '\\') at += 1
  }
  return json.length
}
