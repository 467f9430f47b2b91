import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { licensedIn, noticesOf, type Licensed } from './licences'

const mit = 'Permission is hereby granted'
const licensed = (name: string, text: string | null = mit): Licensed => ({
  name,
  version: '1.2.3',
  identifier: 'MIT',
  text,
})

describe('the licences of others', () => {
  it('name every package above its terms, and say the same terms once', () => {
    const text = noticesOf([licensed('kysely'), licensed('hono', `${mit}\r\n`), licensed('inter', 'OFL')])

    expect(text).toContain(`kysely 1.2.3 (MIT)\nhono 1.2.3 (MIT)\n\n${mit}\n`)
    expect(text).toContain('inter 1.2.3 (MIT)\n\nOFL\n')
    expect(text.split(mit)).toHaveLength(2)
  })

  it('name a package as well that comes without a text, or without a word about it', () => {
    const text = noticesOf([{ ...licensed('lazy-val', null) }, { ...licensed('odd'), identifier: null }])

    expect(text).toContain('lazy-val 1.2.3 (MIT)\n')
    expect(text).toContain('odd 1.2.3 (see its terms)\n')
  })

  it('are those of the bundles, each once, and of what lies beside them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-licences-'))
    const lists = ['host', 'page'].map((name) => join(folder, `${name}.json`))
    for (const list of lists) writeFileSync(list, JSON.stringify([licensed('zod'), licensed('hono')]))
    const found = licensedIn(lists)
    rmSync(folder, { recursive: true })

    expect(found.map(({ name }) => name)).toEqual([
      '@fontsource-variable/inter',
      '@fontsource-variable/newsreader',
      'better-sqlite3',
      'electron',
      'hono',
      'zod',
    ])
    for (const { name, text, identifier } of found)
      expect([name, (text ?? '').length > 20, identifier === null]).toEqual([name, true, false])
  })
})
