import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { guardPages } from './guards'
import { fakeElectron, FakeWindow, system } from './testing'

vi.mock('electron', async () => (await import('./testing')).fakeElectron)

const noted: string[] = []
const contents = () => {
  const { webContents } = new FakeWindow({})
  fakeElectron.app.emit('web-contents-created', {}, webContents)
  return webContents
}
const leads = (page: EventEmitter, event: string, url: string, isMainFrame = true) => {
  const details = {
    url,
    isMainFrame,
    isPrevented: false,
    preventDefault: () => void (details.isPrevented = true),
  }
  page.emit(event, details)
  return details.isPrevented
}
const strange = [
  'https://evil.example/',
  'app://kept.evil/',
  'app://evil/',
  'app://user@kept/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:app://kept/1',
  'chrome://settings',
  'devtools://devtools/',
  'view-source:app://kept/',
  '',
]

const world = { elapsed: 0 }

guardPages(
  (what) => void noted.push(what),
  () => world.elapsed,
)

beforeEach(() => {
  world.elapsed += 60_000
  system.opened.length = 0
  system.said.length = 0
  system.opens = true
  noted.length = 0
})

describe('a page', () => {
  it('stays at its own address, whichever way it is led away', () => {
    const page = contents()
    for (const event of ['will-navigate', 'will-redirect'])
      for (const url of strange) expect([event, url, leads(page, event, url)]).toEqual([event, url, true])
    for (const url of strange) expect(leads(page, 'will-frame-navigate', url, false)).toBe(true)
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
      expect(leads(page, event, 'app://kept/#/clients/3', false)).toBe(false)
  })

  it('opens no window of its own making and holds no web view', () => {
    const page = contents()
    for (const url of [...strange, 'app://kept/', 'https://example.org/'])
      expect(page.decideOpen({ url })).toEqual({ action: 'deny' })
    expect(leads(page, 'will-attach-webview', 'https://example.org/')).toBe(true)
  })

  it('hands a link that may leave to the system, once, and no other', () => {
    const page = contents()
    leads(page, 'will-navigate', 'mailto:anna@example.org?subject=Hello')
    leads(page, 'will-frame-navigate', 'mailto:anna@example.org?subject=Hello')
    page.decideOpen({ url: 'https://example.org/' })
    expect(system.opened).toEqual(['mailto:anna@example.org?subject=Hello', 'https://example.org/'])

    page.decideOpen({ url: 'file:///home/hazel/secret' })
    page.decideOpen({ url: 'ms-msdt:/id' })
    expect(system.opened).toHaveLength(2)
    expect(noted).toEqual(['E_LINK_BLOCKED scheme file:', 'E_LINK_BLOCKED scheme ms-msdt:'])
  })

  it('puts the text of a long letter on the clipboard, opens the rest, and says so', async () => {
    const text = 'Dear Anna, '.repeat(300)
    leads(contents(), 'will-navigate', `mailto:anna@example.org?subject=Hi&body=${encodeURIComponent(text)}`)

    expect(system.copied).toBe(text)
    expect(system.opened).toEqual(['mailto:anna@example.org?subject=Hi'])
    await vi.waitFor(() => expect(system.said[0]?.message).toBe('The text of the letter is on the clipboard'))
  })

  it('opens no more letters than a hand can ask for, however often it tries', () => {
    const pages = [contents(), contents()]
    const press = () => pages.forEach((page) => leads(page, 'will-navigate', 'mailto:anna@example.org'))
    for (let time = 0; time < 500; time += 1) press()
    expect(system.opened).toHaveLength(6)
    expect(new Set(noted)).toEqual(new Set(['a page asked for too many links at once']))
    expect(noted).toHaveLength(6)

    world.elapsed += 9_999
    press()
    expect(system.opened).toHaveLength(6)
    world.elapsed += 1
    press()
    expect(system.opened).toHaveLength(8)
  })

  it('does not fill the log with links that may not leave', () => {
    const page = contents()
    for (let time = 0; time < 500; time += 1) page.decideOpen({ url: 'file:///etc/passwd' })
    expect(noted).toHaveLength(6)
  })

  it('says where no program opens such links', async () => {
    system.opens = false
    leads(contents(), 'will-navigate', 'tel:+441632960000')
    await vi.waitFor(() =>
      expect(system.said[0]?.message).toBe('No program on this system opened tel: links.'),
    )
  })
})
