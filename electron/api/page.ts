import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** One file of the page, ready to be served. */
export type PageFile = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** The files of the page by the very path they are asked by: nothing else can be reached through it. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Reads the built page once, at start; `/` is its index.html. Files of a kind that is not listed stay outside. */
export function readPage(folder: string): PageFiles {
  if (!existsSync(folder)) return new Map()
  const files = globSync('**/*', { cwd: folder }).flatMap((name) => {
    const type = types[extname(name)]
    if (type === undefined) return []
    const path = name === 'index.html' ? '/' : `/${name.replaceAll('\\', '/')}`
    return [[path, { type, bytes: new Uint8Array(readFileSync(join(folder, name))) }] as const]
  })
  return new Map(files)
}

/** The one style that react-aria-components lays into the page by itself (usePress); the policy lets it in by its hash. */
export const pressableStyle = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${hashOf(pressableStyle)}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** What every answer carries, whatever it answers: HX-5's policy and LH-7's headers. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}
