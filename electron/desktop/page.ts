import { pageHeaders, type PageFiles } from '../api/page'

/** The scheme and host of the page in a window of its own. */
export const pageScheme = 'app'
export const pageHost = 'kept'
export const pageAddress = `${pageScheme}://${pageHost}/`

/** Whether an address is the page's own, read as a whole: `app://kept.evil/` is not. */
export function isPage(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost && !url.username && !url.port
  )
}

/** Answers what the window asks of `app://kept/`: files of the fixed map, by GET or HEAD, with every header. */
export function answerPage(request: Request, files: PageFiles): Response {
  if (!['GET', 'HEAD'].includes(request.method)) return refused(405)
  const file = isPage(request.url) ? files.get(new URL(request.url).pathname) : undefined
  if (file === undefined) return refused(404)
  const body = request.method === 'HEAD' ? null : file.bytes
  return new Response(body, { status: 200, headers: { ...pageHeaders, 'content-type': file.type } })
}

const refused = (status: 404 | 405) => new Response(null, { status, headers: { ...pageHeaders } })
