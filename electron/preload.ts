import { contextBridge, ipcRenderer } from 'electron'

/*
 * The bridge, and all of it: a question with one answer, and what the host tells by itself. Nothing of
 * Electron's own passes through; it imports nothing of ours, so that it stays what can be read here.
 */
const bridge = {
  ask: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('ask', name, input),
  onPush(listener: (push: unknown) => void): () => void {
    const hear = (_: unknown, push: unknown) => listener(push)
    ipcRenderer.on('push', hear)
    return () => void ipcRenderer.off('push', hear)
  },
}

contextBridge.exposeInMainWorld('kept', Object.freeze(bridge))
