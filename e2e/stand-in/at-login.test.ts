import { sampleNow } from '../kept'
import { expect, test } from './with-stand-in'

const tag = '@shell'

test(
  'started at login Kept waits in the tray without a window, until somebody wishes to see it',
  { tag },
  async ({ start }) => {
    const { standIn, open } = start({
      options: ['--sample', 'wedding-planner', '--now', sampleNow, '--hidden'],
    })
    await expect.poll(async () => (await standIn.look()).badge).toBe(3)
    expect((await standIn.look()).windows).toEqual([])

    await standIn.act('chooseInTray', 'Open Kept')
    await expect((await open()).getByRole('heading', { level: 1 })).toContainText('3 people are waiting')
  },
)
