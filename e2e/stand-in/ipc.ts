import { EventEmitter } from 'node:events'

type Listener = (event: unknown, ...input: unknown[]) => unknown

/** Handlers by their channel; errors reach the caller as text only, since they cross to another process. */
class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Listener>()

  handle(channel: string, listener: Listener): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, listener)
  }
  handleOnce = (channel: string, listener: Listener) => this.handle(channel, listener)
  removeHandler = (channel: string) => void this.handlers.delete(channel)
}

export const ipcMain = new IpcMain()
