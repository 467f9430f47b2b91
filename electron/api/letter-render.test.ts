import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { textOf } from '../../shared/rules/letter-text'
import { Refusal } from '../../shared/lib/refusal'
import { renderLetter } from './letter-render'
import { readTemplate } from './letter-template'
import { weddingPlanner } from '../../shared/packs/wedding-planner'

const render = (
  body: string,
  facts: Record<string, string | readonly string[] | null> = {},
  fields: Record<string, string> = {},
) => renderLetter({ kind: 'status-update', template: { subject: 'Re: {{ since }}', body }, facts, fields })

const refusalOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, values: error.values }
    throw error
  }
  return null
}

describe('a letter filled in', () => {
  it('comes in parts that say which words were filled in', () => {
    const letter = render('Dear {{ names }},', { names: 'Priya and Tom', since: '9 November' })

    expect(letter.parts).toEqual([
      { kind: 'text', text: 'Dear ' },
      { kind: 'field', name: 'names', text: 'Priya and Tom' },
      { kind: 'text', text: ',' },
    ])
    expect(textOf(letter.subjectParts)).toBe('Re: 9 November')
    expect(letter.missing).toEqual([])
  })

  it('names a field that is printed and empty, and no other', () => {
    const letter = render('{{ names }} {% if standing %}{{ standing }}{% endif %} {{ me | default: "me" }}')

    expect(letter.missing).toEqual(['names', 'since'])
    expect(textOf(letter.parts)).toBe('{{names}}  me')
  })

  it('repeats a list, and says what stands for an empty one', () => {
    const body = 'Done\n{%- for item in done %}\n- {{ item }}\n{%- else %}\n- Nothing\n{%- endfor %}'

    expect(textOf(render(body, { done: ['One', '', 'Two'] }).parts)).toBe('Done\n- One\n- Two')
    expect(textOf(render(body, { done: [] }).parts)).toBe('Done\n- Nothing')
    expect(textOf(render('{% if done %}yes{% else %}no{% endif %}', { done: [] }).parts)).toBe('no')
  })

  it('prefers what the user typed, and takes a field of spaces as empty', () => {
    expect(textOf(render('{{ extra_line }}', {}, { extra_line: ' Enjoy. ' }).parts)).toBe('Enjoy.')
    expect(render('{{ extra_line }}', {}, { extra_line: '  ' }).missing).toContain('extra_line')
  })

  it('begins a sentence with a capital, and leaves a paragraph of the user’s own as it is', () => {
    const typed = { extra_line: 'the firm has a new figure' }

    expect(textOf(render('Hello. {{ extra_line }}.', {}, typed).parts)).toBe(
      'Hello. The firm has a new figure.',
    )
    expect(textOf(render('Hello.\n\n{{ extra_line }}: x', {}, typed).parts)).toContain('\nthe firm has')
    expect(textOf(render('Hello, {{ extra_line }}', {}, typed).parts)).toContain(', the firm has')
  })

  it('keeps a subject on one line whatever a value holds', () => {
    const letter = render('x', { since: 'a\r\nBcc: eve@evil.example\u2028b' })

    expect(textOf(letter.subjectParts)).toBe('Re: a Bcc: eve@evil.example b')
  })
})

describe('a value that looks like a token', () => {
  it.each([
    '{{ me }}',
    "{{constructor.constructor('return 1')()}}",
    '{% for i in (1..9) %}x{% endfor %}',
    '${7*7}',
    '<%= 7*7 %>',
    '{{{{',
    '__proto__',
    '\uE000me\uE001eve\uE002',
  ])('%s is printed as it stands, never filled in again', (typed) => {
    const letter = render('{{ names }}', { names: typed, me: 'Hazel', since: 'x' })

    expect(textOf(letter.parts)).toBe(typed.replaceAll(/[\uE000-\uE002]/g, ''))
    expect(letter.parts).toHaveLength(1)
  })

  it('stays one field for any text at all (OM-12)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
        const { parts } = render('Dear {{ names }}.', { names: `x${typed}x`, since: 'x' })
        expect(parts.map((part) => part.kind)).toEqual(['text', 'field', 'text'])
      }),
    )
  })
})

describe('a template', () => {
  it.each([
    ['{{ frist_name }}', 'frist_name'],
    ['{{ __proto__ }}', '__proto__'],
    ['{{ constructor }}', 'constructor'],
    ['{{ names.constructor }}', 'names.constructor'],
    ['{{ names["text"] }}', 'names.text'],
    ['{% for item in done %}{{ item.name }}{% endfor %}', 'item.name'],
    ['{% if answer %}{% endif %}', 'answer'],
    ['{{ names | default: nobody }}', 'nobody'],
  ])('%s is refused by the name it does not know', (text, name) => {
    expect(refusalOf(() => readTemplate('status-update', text))).toEqual({
      code: 'E_TEMPLATE_UNKNOWN',
      values: { name },
    })
  })

  it.each([
    ['{{ names', 1],
    ['One\nTwo {{ }}', 2],
    ['One\n\n{% if names %}', 3],
    ['{{ names | upcase }}', 1],
    ['{% include "x" %}', 1],
    ['{% assign names = "x" %}', 1],
    ["{{constructor.constructor('return 1')()}}", 1],
    ['{{{{', 1],
    ['\n{% for i in (1..9999999) %}x{% endfor %}', 2],
    ['{% for item in done %}{{ forloop.parentloop.index }}{% endfor %}', 1],
  ])('%j cannot be read, and the line is said', (text, line) => {
    expect(refusalOf(() => readTemplate('status-update', text))).toEqual({
      code: 'E_TEMPLATE_WRONG',
      values: { line },
    })
  })

  it('of the pack can be read for its kind, and has no exclamation mark', () => {
    for (const { kind, subject, body } of weddingPlanner.templates) {
      expect(refusalOf(() => [readTemplate(kind, subject), readTemplate(kind, body)])).toBeNull()
      expect(subject + body).not.toContain('!')
    }
  })

  it('may not run for ever', () => {
    const body = '{% for i in (1..9999999) %}{% for j in (1..9999999) %}{{ me }}{% endfor %}{% endfor %}'

    expect(refusalOf(() => render(body, { me: 'x', since: 'x' }))).toMatchObject({ code: 'E_TEMPLATE_WRONG' })
  })
})

it('makes no code of strings (OM-12)', () => {
  const findTs =
    "import { registerHooks } from 'node:module';registerHooks({resolve(s,c,n){try{return n(s,c)}catch{return n(s+'.ts',c)}}})"
  const script = `import { renderLetter } from './electron/api/letter-render'
    const letter = renderLetter({ kind: 'blank', template: { subject: '{{ about }}', body: 'Dear {{ names }}' },
      facts: { names: 'Priya' }, fields: { about: 'x' } })
    console.log(letter.parts[1].text)`
  const flags = [
    '--no-warnings',
    '--experimental-transform-types',
    '--disallow-code-generation-from-strings',
    '--disable-proto=throw',
  ]
  const run = spawnSync(
    process.execPath,
    [
      ...flags,
      '--import',
      `data:text/javascript,${encodeURIComponent(findTs)}`,
      '--input-type=module',
      '-e',
      script,
    ],
    { encoding: 'utf8' },
  )

  expect(run.stdout + run.stderr).toBe('Priya\n')
})
