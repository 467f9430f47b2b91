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

/**
 * Whether an object in a JSON text, known to be right, names a field twice, however it is written: what the parser
 * takes of it (the last) need not be what somebody before it looked at.
 */
export function namesFieldTwice(json: string): boolean {
  const open: Set<unknown>[] = []
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]
    if (sign === '{' || sign === '[') open.push(new Set())
    if (sign === '}' || sign === ']') open.pop()
    if (sign !== '"') continue
    const start = at
    at = endOfText(json, at)
    const names = open.at(-1)
    if (names === undefined || !isName(json, at)) continue
    const name: unknown = JSON.parse(json.slice(start, at + 1))
    if (names.has(name)) return true
    names.add(name)
  }
  return false
}

/** In right JSON only the name of a field is followed by a colon. */
function isName(json: string, end: number): boolean {
  let at = end + 1
  while (/\s/.test(json[at] ?? '')) at += 1
  return json[at] === ':'
}

function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '"') return at
    if (json[at] === '\\') at += 1
  }
  return json.length
}
