import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { missingStoreBackend, openTestBackend } from '../../electron/testing'
import { Refusal } from '../../shared/lib/refusal'
import { at } from '../../shared/testing'
import { App } from '../App'
import { renderScreen, wireOf } from '../testing'

const missing = {
  expected: '/home/hazel/.kept/kept.db',
  lastOpenedAt: at('Mon 2026-11-23 18:02'),
  backups: [
    { file: '/b/kept-2.db', at: at('Mon 2026-11-23 09:00'), bytes: 4_200_000, why: 'daily' },
    { file: '/b/kept-1.db', at: at('Sun 2026-11-22 09:00'), bytes: 41_000, why: 'by-hand' },
  ],
}

/** A host without its store; once a way out was taken it answers from a store in memory. */
async function openWithoutStore(differences: Partial<Parameters<typeof missingStoreBackend>[0]> = {}) {
  const taken: string[] = []
  const found = await openTestBackend()
  const take = (way: string) => async (file?: string) => void taken.push(file ? `${way} ${file}` : way)
  const lost = missingStoreBackend({
    missing: async () => missing,
    restore: take('restore'),
    choose: take('choose'),
    startEmpty: take('empty'),
    ...differences,
  })
  const wire = () => ({
    ask: (name: string, input: unknown) => wireOf(taken.length === 0 ? lost : found.backend).ask(name, input),
    onPush: () => () => undefined,
  })
  await renderScreen(<App />, { wire })
  await screen.findByRole('heading', { level: 2, name: 'Start empty' })
  return taken
}

const click = (name: string) => act(() => screen.getByRole('button', { name }).click())

describe('a store that is not where it was', () => {
  it('is told with the place where it was expected, and nothing else is shown', async () => {
    await openWithoutStore()

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your store is not where it was.')
    expect(screen.getByText('/home/hazel/.kept/kept.db')).toBeDefined()
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('comes back from a backup, and Kept goes on', async () => {
    const taken = await openWithoutStore()

    act(() => screen.getByRole('radio', { name: /41 KB/ }).click())
    click('Restore')

    await screen.findByRole('navigation', { name: 'Places' })
    expect(taken).toEqual(['restore /b/kept-1.db'])
  })

  it('says what is wrong with a file that is no store, and keeps the path', async () => {
    await openWithoutStore({
      choose: () => Promise.reject(new Refusal('not-allowed', 'E_DB_NOT_KEPT', { file: '/tmp/photo.jpg' })),
    })
    const field = screen.getByLabelText<HTMLInputElement>('Path of the file')

    fireEvent.change(field, { target: { value: '/tmp/photo.jpg' } })
    click('Use this file')

    await screen.findByText('/tmp/photo.jpg is not a data file of Kept. Nothing was changed.')
    expect(field.value).toBe('/tmp/photo.jpg')
  })

  it('starts empty where that is chosen', async () => {
    const taken = await openWithoutStore()

    click('Start empty')

    await waitFor(() => expect(taken).toEqual(['empty']))
    await screen.findByText('Nobody is waiting to hear from you.')
  })
})
