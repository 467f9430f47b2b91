import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { api } from '../../shared/api/index'
import { row, status, typeKeys } from '../journey'
import { expect, test } from './with-stand-in'

const tag = '@shell'

test(
  'the tray counts who waits, leads to them, and keeps Kept when its window is closed',
  { tag },
  async ({ start }) => {
    const { standIn, open } = start()
    const page = await open()
    await expect.poll(async () => (await standIn.look()).badge).toBe(3)
    const { tray } = await standIn.look()
    expect(tray?.toolTip).toBe('Kept: 3 people waiting, 2 promises today')
    expect(tray?.menu.slice(0, 4).map(({ label }) => label)).toEqual([
      '3 people waiting, 2 promises today',
      expect.stringMatching(/^Sofia Marchetti — 1 h 20 m over$/),
      expect.stringMatching(/^Imogen Clarke — 1 h 15 m left$/),
      expect.stringMatching(/^Tom Hollis — 3 h 15 m left$/),
    ])
    await standIn.act('chooseInTray', tray?.menu[3]?.label)
    await expect(row(page, 'Tom Hollis')).toBeFocused()
    await typeKeys(page, 'n')
    await expect.poll(async () => (await standIn.look()).badge).toBe(2)

    await standIn.act('closeWindow', 1)
    await expect.poll(async () => (await standIn.look()).windows).toEqual([])
    await standIn.act('chooseInTray', 'Open Kept')
    await expect((await open()).getByRole('heading', { level: 1 })).toContainText('2 people are waiting')
  },
)

test('quitting from the tray names what nobody would be told of', { tag }, async ({ start }) => {
  const { standIn, open } = start()
  await open()
  await expect.poll(async () => (await standIn.look()).tray?.menu.length).toBeGreaterThan(4)

  await standIn.act('chooseInTray', 'Quit (reminders stop)')
  await expect.poll(async () => (await standIn.look()).said).toHaveLength(1)
  expect((await standIn.look()).said[0]).toContain('Reminders stop while Kept is closed')
  expect((await standIn.look()).said[0]).toContain('Imogen Clarke waits for a reply, due 11:55')
  expect(standIn.isOver()).toBe(false)

  standIn.answerWith({ button: 'Quit' })
  await standIn.act('chooseInTray', 'Quit (reminders stop)').catch(() => undefined)
  await expect.poll(() => standIn.isOver()).toBe(true)
})

test(
  'where there is no tray, Kept ends with its window; without notes and keys it goes on',
  { tag },
  async ({ start }) => {
    const { standIn, open } = start({
      surroundings: { hasTray: false, hasNotes: false, taken: ['CommandOrControl+Shift+K'] },
    })
    const page = await open()
    expect((await standIn.look()).tray).toBeNull()
    expect((await standIn.look()).shortcuts).toEqual([])
    await typeKeys(page, 'n')
    await expect(status(page)).toContainText('No reply needed for Sofia Marchetti.')

    await standIn.act('closeWindow', 1).catch(() => undefined)
    await expect.poll(() => standIn.isOver()).toBe(true)
  },
)

test(
  'the window opens where it was, and starting at login is the system’s own',
  { tag },
  async ({ start }) => {
    const first = start()
    await first.open()
    await first.standIn.act('place', 1, { x: 200, y: 100, width: 1000, height: 700 })
    await first.stop()

    const again = start()
    await again.open()
    expect((await again.standIn.look()).windows[0]?.bounds).toEqual({
      x: 200,
      y: 100,
      width: 1000,
      height: 700,
    })
    await again.stop()

    const third = start({ options: [] })
    const script = await third.script()
    const desk = await script.ask(api.desk.show, {})
    expect(desk).toMatchObject({ startsAtLogin: false, canStartAtLogin: true, hasTray: true })
    await script.ask(api.desk.change, { startsAtLogin: true, staysInTray: true, hasShortcut: false })
    expect((await third.standIn.look()).shortcuts).toEqual([])
    if (process.platform !== 'linux') return
    const entries = join(third.folder, 'home', 'autostart')
    expect(existsSync(entries)).toBe(true)
    const [entry = ''] = readdirSync(entries)
    expect(readFileSync(join(entries, entry), 'utf8')).toMatch(/^Exec=.*--data=.*--hidden/m)
  },
)

test(
  'what leads out of the page goes to the system or nowhere, and the page stays',
  { tag },
  async ({ start }) => {
    const { standIn, open, origin } = start()
    const page = await open()
    const follow = (href: string, target: string) =>
      page.evaluate(
        ([to, where]) => {
          const link = Object.assign(document.createElement('a'), { href: to, target: where })
          document.body.append(link)
          link.click()
          link.remove()
        },
        [href, target] as const,
      )
    await follow('https://venue.example/plan', '')
    await follow('https://venue.example/map', '_blank')
    await follow('mailto:imogen@clarke.example', '')
    await follow('file:///etc/passwd', '_blank')
    await follow('javascript:document.title="taken"', '_blank')
    await page.evaluate(() => window.open('https://venue.example/menu'))
    await page.evaluate(() => (window.location.href = 'https://venue.example/elsewhere'))

    await expect
      .poll(async () => (await standIn.look()).opened)
      .toEqual([
        'https://venue.example/plan',
        'https://venue.example/map',
        'mailto:imogen@clarke.example',
        'https://venue.example/menu',
        'https://venue.example/elsewhere',
      ])
    await expect(page).toHaveURL(`${origin}/`)
    await expect(row(page, 'Sofia Marchetti')).toBeVisible()
  },
)

test('nobody but the page itself is answered', { tag }, async ({ start }) => {
  const { standIn, open } = start()
  const page = await open()
  const asked = async (sent: object) =>
    await standIn.ask<{ readonly ok: boolean; readonly error?: { readonly code: string } }>(
      'invoke',
      { id: 1, isTop: true, url: 'app://kept/', channel: 'ask', ...sent },
      ['today.show', {}],
    )
  expect((await asked({})).ok).toBe(true)
  for (const strange of [
    { isTop: false },
    { url: 'app://kept.evil/' },
    { url: 'about:blank' },
    { url: 'https://kept/' },
  ])
    expect((await asked(strange)).error?.code).toBe('E_SENDER')
  await expect(
    standIn.ask('invoke', { id: 1, isTop: true, url: 'app://kept/', channel: 'delete' }, []),
  ).rejects.toThrow("No handler registered for 'delete'")
  const laid = await page.evaluate(() => Object.keys((window as unknown as { kept: object }).kept))
  expect(laid).toEqual(['ask', 'onPush'])
})

test(
  'Imogen’s last half hour is told once, however often the computer wakes, and Reply begins her letter',
  { tag },
  async ({ start }) => {
    // What a new sample begins with nobody has missed; the second start finds what came due since.
    const first = start({ options: ['--sample', 'wedding-planner', '--now', '2026-11-24T11:20'] })
    await first.open()
    await first.stop()

    const { standIn, open } = start({ options: ['--sample', 'wedding-planner', '--now', '2026-11-24T11:25'] })
    const page = await open()
    await expect.poll(async () => (await standIn.look()).notes.length).toBe(1)
    expect((await standIn.look()).notes).toMatchObject([
      {
        title: 'Imogen has 30 minutes left of your four hours',
        body: '“Could we move the tasting to the 8th?”',
        acts: ['Acknowledge', 'Reply', 'In 15 min'],
      },
    ])
    await standIn.act('power', 'suspend')
    await standIn.act('power', 'resume')
    await standIn.act('power', 'unlock-screen')
    await standIn.act('actOnNote', 0, 1)
    await expect(page.getByRole('textbox', { name: 'What you want to say' })).toBeFocused()
    expect((await standIn.look()).notes).toHaveLength(1)
  },
)
