import { describe, expect, it } from 'vitest'
import { isOutsideLink, readOutsideLink, schemeOf } from './outside-link'

const good = [
  'https://example.org/a?b#c',
  'http://example.org',
  'https://example.org:8443/',
  'https://münchen.example/',
  'https://xn--mnchen-3ya.example/',
  'mailto:anna@example.org',
  'mailto:anna@example.org?subject=The%20tasting&body=Dear%20Anna%2C%0D%0A',
  'tel:+441632960000',
]

const schemes = (
  'about app blob chrome chrome-extension data devtools dict feed file filesystem ftp gopher intent irc itms-services ' +
  'jar javascript kept ldap livescript mk ms-appinstaller ms-cxh ms-excel ms-gamingoverlay ms-msdt ms-officecmd ' +
  'ms-powerpoint ms-search ms-settings ms-word mocha news nfs nntp res rlogin sftp shell slack smb snews ssh steam svn ' +
  'telnet tn3270 vbscript vscode webcal ws wss x-apple-helpbasic x-apple.systempreferences x-man-page xmpp zoommtg'
).split(' ')
const shapes = [
  (scheme: string) => `${scheme}:x`,
  (scheme: string) => `${scheme}://example.org/x`,
  (scheme: string) => `${scheme.toUpperCase()}:///x`,
]

const tricks = [
  '',
  ' ',
  'example.org',
  '/etc/passwd',
  '//server/share',
  '\\\\server\\share',
  'C:\\Windows\\System32\\calc.exe',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'https:\\\\example.org',
  'https://example.org\\@evil.example',
  'https://a:b@evil.example',
  'https://user@evil.example',
  'https://example.org/\u202egpj.exe',
  'https://example.org/\u200bx',
  'https://example.org/\r\nHost: evil',
  'https://example.org/\u0085',
  'https://',
  'https:///',
  'https://exa mple.org',
  'https://[::1',
  'http://example.org:99999/',
  'mailto:a@example.org\r\nBcc: b@example.org',
  `https://example.org/${'a'.repeat(2_048)}`,
  `tel:${'1'.repeat(3_000)}`,
  `javascript:${'a'.repeat(3_000)}?body=x`,
  `mailto:a@example.org?subject=${'a'.repeat(3_000)}`,
  `mailto:a@example.org?subject=${'a'.repeat(3_000)}&body=b`,
  `mailto:a@example.org?body=${'a'.repeat(200_000)}`,
]
const blocked = [...tricks, ...schemes.flatMap((scheme) => shapes.map((shape) => shape(scheme)))]

describe('a link that leads outside', () => {
  it.each(good)('is opened: %s', (address) => {
    expect(readOutsideLink(address)).toEqual({ address, text: null })
  })

  it(`is not opened, for ${blocked.length} of them`, () => {
    expect(blocked.length).toBeGreaterThanOrEqual(200)
    expect(blocked.filter((address) => readOutsideLink(address) !== null)).toEqual([])
  })

  it('keeps the people and the subject of a letter too long for a mail program, and hands its text over apart', () => {
    const text = `Dear Anna,\r\n${'We have thought of everything. '.repeat(200)}`
    const query = `subject=${encodeURIComponent('The tasting & more')}&body=${encodeURIComponent(text)}`
    const link = readOutsideLink(`mailto:anna@example.org,tom@example.org?${query}`)

    expect(link?.text).toBe(text)
    expect(link?.address).toBe('mailto:anna@example.org,tom@example.org?subject=The%20tasting%20%26%20more')
    expect(isOutsideLink(link?.address ?? '')).toBe(true)
  })

  it('is named by its scheme in the log, and by nothing else', () => {
    expect(schemeOf('file:///home/hazel/secret')).toBe('file:')
    expect(schemeOf('nothing')).toBe('none')
  })
})
