import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pageHeaders, pressableStyle, readPage } from './page'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-page-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the files of the page', () => {
  it('are read once, under the very paths they are asked by', () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<title>Kept</title>')
    writeFileSync(join(folder, 'assets', 'index-1.js'), '1')
    writeFileSync(join(folder, 'assets', 'index-1.js.map'), '{}')
    writeFileSync(join(folder, 'assets', 'inter.woff2'), 'font')
    const files = readPage(folder)

    expect([...files.keys()].sort()).toEqual(['/', '/assets/index-1.js', '/assets/inter.woff2'])
    expect(files.get('/')?.type).toBe('text/html; charset=utf-8')
    expect(new TextDecoder().decode(files.get('/')?.bytes)).toBe('<title>Kept</title>')
  })

  it('are none where nothing was built', () => {
    expect(readPage(join(folder, 'nowhere')).size).toBe(0)
  })

  it('never lead out of the folder', () => {
    symlinkSync('/etc', join(folder, 'etc'))
    expect([...readPage(folder).keys()]).toEqual([])
  })
})

describe('the policy', () => {
  it('lets in the one style react-aria-components lays into the page, and no other', () => {
    const usePress = 'node_modules/react-aria/dist/private/interactions/usePress.mjs'
    const source = readFileSync(usePress, 'utf8')
    const written = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1] ?? ''
    const laid = written.replace(/\$\{[^}]*\}/, 'data-react-aria-pressable').trim()

    expect(laid).toBe(pressableStyle)
    expect(pageHeaders['content-security-policy']).toMatch(/style-src 'self' 'sha256-[\w+/]{43}=';/)
  })

  it('allows nothing that is not named', () => {
    const policy = pageHeaders['content-security-policy'] ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    for (const strict of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(strict)
    expect(policy).toContain("require-trusted-types-for 'script'")
  })
})
