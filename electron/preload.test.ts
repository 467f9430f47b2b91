import { expect, it, vi } from 'vitest'

const bridge = vi.hoisted(() => ({
  laid: {} as Record<string, unknown>,
  asked: [] as unknown[][],
  listeners: new Set<(...args: unknown[]) => void>(),
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (bridge.laid[name] = value) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => bridge.asked.push(args),
    on: (_: string, listener: () => void) => bridge.listeners.add(listener),
    off: (_: string, listener: () => void) => bridge.listeners.delete(listener),
  },
}))

type Bridge = {
  ask(name: string, input: unknown): Promise<unknown>
  onPush(listener: (push: unknown) => void): () => void
}

it('lays exactly ask and onPush into the page, frozen, and nothing of Electron’s own', async () => {
  await import('./preload')
  const kept = bridge.laid['kept'] as Bridge

  expect(Object.keys(bridge.laid)).toEqual(['kept'])
  expect(Object.keys(kept)).toEqual(['ask', 'onPush'])
  expect(Object.isFrozen(kept)).toBe(true)

  await kept.ask('today.show', {})
  expect(bridge.asked).toEqual([['ask', 'today.show', {}]])

  const heard: unknown[] = []
  const forget = kept.onPush((push) => heard.push(push))
  for (const listener of bridge.listeners) listener({ sender: 'electron' }, { kind: 'changed', now: 1 })
  forget()
  expect(heard).toEqual([{ kind: 'changed', now: 1 }])
  expect(bridge.listeners.size).toBe(0)
})
