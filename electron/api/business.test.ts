import { afterEach, describe, expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import { openTestBackend, type TestBackend } from '../testing'

const open: TestBackend[] = []
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.close())))

async function aDesk() {
  const backend = await openTestBackend()
  open.push(backend)
  const { calendarVersion, samplePack, pack, revision, ...details } = await backend.ask(api.business.show, {})
  return { backend, details, revision, calendarVersion }
}

describe('the business', () => {
  it('takes names and signature and leaves the calendar alone', async () => {
    const { backend, details, revision, calendarVersion } = await aDesk()
    const change = { ...details, revision, userName: 'Hazel', businessName: null, signature: 'Hazel\nxx' }

    const changed = await backend.ask(api.business.change, change)

    expect(changed).toMatchObject({ userName: 'Hazel', businessName: null, signature: 'Hazel\nxx' })
    expect(changed).toMatchObject({ calendarVersion, revision: revision + 1 })
  })

  it('looks up the holidays of another region', async () => {
    const { backend, details, revision, calendarVersion } = await aDesk()

    const changed = await backend.ask(api.business.change, { ...details, revision, region: 'ENG' })

    const { exceptions } = await backend.ask(api.calendar.show, {})
    expect(exceptions.map(({ what }) => what)).toContain('Summer bank holiday')
    expect(changed.calendarVersion).toBe(calendarVersion + 1)
  })

  it('is not changed over what was changed meanwhile', async () => {
    const { backend, details, revision } = await aDesk()
    await backend.ask(api.business.change, { ...details, revision, userName: 'Hazel' })

    await expect(
      backend.ask(api.business.change, { ...details, revision, userName: 'Hazel Marsh-Bell' }),
    ).rejects.toMatchObject({
      code: 'E_CHANGED_MEANWHILE',
      values: { field: 'userName', theirs: 'Hazel', yours: 'Hazel Marsh-Bell' },
    })
  })
})
