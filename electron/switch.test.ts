import { expect, it } from 'vitest'
import type { Push } from '../shared/api/pushes'
import { createSwitch } from './switch'
import { openTestBackend } from './testing'

it('lets another backend answer, and its pushes reach those who listened before', async () => {
  const [first, second] = [await openTestBackend(), await openTestBackend()]
  const turn = createSwitch(first.backend)
  const heard: Push[] = []
  const forget = turn.backend.onPush((push) => heard.push(push))
  const details = { ...(await detailsOf(first)), userName: 'Priya' }

  turn.turnTo(second.backend, 5)
  expect(heard).toEqual([{ kind: 'changed', now: 5 }])
  expect(await turn.backend.answer('business.change', details)).toMatchObject({ ok: true })
  expect(heard).toHaveLength(2)
  expect(await first.backend.answer('business.show', {})).toMatchObject({
    value: { userName: 'Hazel Marsh' },
  })

  await first.backend.answer('business.change', details)
  expect(heard).toHaveLength(2)
  forget()
  await second.backend.answer('business.change', { ...details, revision: 1 })
  expect(heard).toHaveLength(2)
  await Promise.all([first.close(), second.close()])
})

async function detailsOf(test: Awaited<ReturnType<typeof openTestBackend>>) {
  const reply = await test.backend.answer('business.show', {})
  if (!reply.ok) throw new Error('The business is not shown')
  const { calendarVersion: _, samplePack: __, pack: ___, ...details } = reply.value as Record<string, unknown>
  return details
}
