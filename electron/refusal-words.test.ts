import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isWordKey } from '../shared/words/say'

/** Codes that never become a Reply: what turns a request away before it is routed, and states of a letter. */
const withoutWords = new Set([
  'E_HOST',
  'E_ORIGIN',
  'E_METHOD',
  'E_LENGTH',
  'E_TOO_LARGE',
  'E_NOT_FOUND',
  'E_CODE',
])

it('has a sentence for every refusal there is', () => {
  const files = globSync('{shared,db,electron}/**/*.ts').filter(
    (file) => !/\.test\.ts$|testing\.ts$|words\//.test(file),
  )
  const codes = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'(E_[A-Z_]+)'/g)].map(([, code]) => code ?? ''),
    ),
  )
  const isSaid = (code: string) => isWordKey(`refusal.${code}`) || isWordKey(`outbox.reason.${code}`)
  const unsaid = [...codes].filter((code) => !withoutWords.has(code) && !isSaid(code))

  expect(unsaid.sort()).toEqual([])
})

it('has a sentence for everything a schema expects', () => {
  const files = globSync('shared/{domain,api,lib}/**/*.ts')
  const keys = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'(invalid\.[a-z-]+)'/g)].map(([, key]) => key ?? ''),
    ),
  )

  expect([...keys].filter((key) => !isWordKey(key))).toEqual([])
})
