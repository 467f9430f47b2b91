import { describe, expect, it } from 'vitest'
import { pageHeaders } from '../api/page'
import { answerPage, isPage } from './page'
import { isTrusted, originOf } from './trust'
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
    'app://kept/assets/..%2f..%2fpackage.json',
    'app://kept/assets/index.js%00.png',
    'app://kept/%252e%252e/etc/passwd',
    'app://kept/%c0%ae%c0%ae/etc/passwd',
    'app://kept/assets/index.js%20',
    'app://kept/assets/',
    'app://kept/index.html',
    'app://kept/file:/etc/passwd',
    'app://kept/__proto__',
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

  it('is no frame that has gone', () => {
    const gone = {
      get url(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      },
      parent: null,
    }
    expect(isTrusted(gone, true)).toBe(false)
    expect(isTrusted({ ...page, detached: true }, true)).toBe(false)
    expect(originOf(gone)).toBe('a frame that has gone')
  })

  it('is logged by where it came from, without what stands behind', () => {
    expect(originOf({ url: 'https://evil.example/hazel?secret', parent: null })).toBe('https://evil.example')
    expect(originOf({ url: 'about:blank', parent: null })).toBe('about://')
    expect([originOf(null), originOf({ url: '', parent: null })]).toEqual(['nowhere', 'nowhere'])
  })
})

describe('a window', () => {
  const make = { preload: '/kept/preload.js', isPackaged: true }
  const preferences = {
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
    devTools: false,
  }

  it('gives its page no power over the machine', () => {
    expect(webPreferencesOf(make)).toEqual(preferences)
    expect(webPreferencesOf({ ...make, isPackaged: false })).toEqual({ ...preferences, devTools: true })
  })

  it('is made with just these', () => {
    const placed = { x: 5, y: 6, width: 1280, height: 860, isMaximized: true }
    expect(windowOptionsOf(make, placed)).toEqual({
      x: 5,
      y: 6,
      width: 1280,
      height: 860,
      minWidth: 720,
      minHeight: 560,
      show: false,
      title: 'Kept',
      autoHideMenuBar: true,
      webPreferences: preferences,
    })
  })
})
