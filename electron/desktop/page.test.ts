import { describe, expect, it } from 'vitest'
import { pageHeaders } from '../api/page'
import { answerPage, isPage } from './page'
import { isOutsideLink, isTrusted } from './trust'
import { webPreferencesOf, windowOptionsOf } from './window-options'

const files = new Map([
  ['/', { type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode('<title>Kept</title>') }],
  ['/assets/index.js', { type: 'text/javascript; charset=utf-8', bytes: new TextEncoder().encode('1') }],
])
const answer = (address: string, method = 'GET') => answerPage(new Request(address, { method }), files)

describe('the page in a window of its own', () => {
  it('comes from the fixed map, with every header', async () => {
    const page = answer('app://kept/')

    expect([page.status, await page.text()]).toEqual([200, '<title>Kept</title>'])
    expect(Object.fromEntries(page.headers)).toEqual({
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
    })
    expect(answer('app://kept/assets/index.js?v=1#top', 'HEAD').status).toBe(200)
  })

  it.each([
    'app://kept/../package.json',
    'app://kept/%2e%2e/package.json',
    'app://kept/..%5cpackage.json',
    'app://kept/assets/index.js%00',
    'app://kept//etc/passwd',
    'app://kept/ASSETS/INDEX.JS',
    'app://kept/assets/index.js.',
    'app://kept.evil/',
    'app://evil/',
    'app://kept:80/',
  ])('has nothing at %s', (address) => {
    expect(answer(address).status).toBe(404)
    expect(Object.fromEntries(answer(address).headers)).toEqual(pageHeaders)
  })

  it('is only read', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(answer('app://kept/', method).status).toBe(405)
  })
})

describe('who may ask', () => {
  const page = { url: 'app://kept/', parent: null }

  it('is the top frame of an own window at its own address', () => {
    expect(isTrusted(page, true)).toBe(true)
    expect(isTrusted({ ...page, url: 'app://kept/#/clients/1' }, true)).toBe(true)
  })

  it('is nobody else', () => {
    expect(isTrusted(page, false)).toBe(false)
    expect(isTrusted(null, true)).toBe(false)
    expect(isTrusted({ ...page, parent: page }, true)).toBe(false)
    const strange = [
      '',
      'about:blank',
      'app://kept.evil/',
      'app://evil/',
      'app:kept',
      'http://kept/',
      'file:///kept',
    ]
    for (const url of [...strange, 'app://user@kept/', 'app://kept:1/', 'APP:/kept/'])
      expect([url, isTrusted({ url, parent: null }, true)]).toEqual([url, false])
    expect(isPage('no address')).toBe(false)
  })
})

describe('a link that leads outside', () => {
  it.each([
    'https://example.org/a?b#c',
    'http://example.org',
    'mailto:anna@example.org',
    'tel:+441632960000',
  ])('is opened: %s', (address) => expect(isOutsideLink(address)).toBe(true))

  it.each([
    'file:///etc/passwd',
    'smb://server/share',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ms-msdt:/id',
    'x-apple.systempreferences:',
    'https://example.org\\@evil.example',
    'https://a:b@evil.example',
    'https://user@evil.example',
    'https://example.org/\u202egpj.exe',
    `https://example.org/${'a'.repeat(2_048)}`,
    '//server/share',
    '',
  ])('is not: %s', (address) => expect(isOutsideLink(address)).toBe(false))
})

describe('a window', () => {
  it('gives its page no power over the machine', () => {
    expect(webPreferencesOf('/kept/preload.js')).toEqual({
      preload: '/kept/preload.js',
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
  })

  it('is made with just these', () => {
    expect(windowOptionsOf('/kept/preload.js').webPreferences).toEqual(webPreferencesOf('/kept/preload.js'))
  })
})
