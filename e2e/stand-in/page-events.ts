import type { Rectangle } from 'electron'
import { app } from './app'
import { ipcMain } from './ipc'
import { answersTest } from './test-end'
import { BrowserWindow, webContents } from './window'

const contentsOf = (id: number) => {
  const contents = webContents.fromId(id)
  if (contents === undefined) throw new Error('The window has gone.')
  return contents
}

/** A message of a page, with the frame it comes from. */
type Sent = { readonly id: number; readonly url: string; readonly isTop: boolean; readonly channel: string }

const eventOf = ({ id, url, isTop }: Sent) => ({
  sender: contentsOf(id),
  senderFrame: { url, parent: isTop ? null : {}, origin: new URL(url).origin },
})

answersTest({
  async invoke(sent: Sent, input: unknown[]) {
    const handler = ipcMain.handlers.get(sent.channel)
    if (handler === undefined) throw new Error(`No handler registered for '${sent.channel}'`)
    return handler(eventOf(sent), ...input)
  },
  sent: (sent: Sent, input: unknown[]) => void ipcMain.emit(sent.channel, eventOf(sent), ...input),
  closeWindow: (id: number) => BrowserWindow.fromId(id)?.close(),
  gone(id: number) {
    const contents = contentsOf(id)
    const details = { reason: 'crashed', exitCode: 11 }
    contents.isGone = true
    contents.emit('render-process-gone', {}, details)
    app.emit('render-process-gone', {}, contents, details)
  },
  window: (id: number, act: 'minimize' | 'hide' | 'focus' | 'blur' | 'unresponsive') => {
    const window = BrowserWindow.fromId(id)
    if (act === 'unresponsive') window?.emit('unresponsive', {})
    else window?.[act]()
  },
  place: (id: number, bounds: Partial<Rectangle>) => BrowserWindow.fromId(id)?.setBounds(bounds),
  moved: (id: number, url: string) => void (contentsOf(id).mainFrame = { ...contentsOf(id).mainFrame, url }),
  /** Whether the page may go there; electron's own default lets it. */
  mayNavigate: (id: number, url: string) => {
    const details = {
      url,
      isMainFrame: true,
      isSameDocument: false,
      preventDefault: () => (prevented.is = true),
    }
    const prevented = { is: false, preventDefault: details.preventDefault }
    contentsOf(id).emit('will-frame-navigate', details)
    contentsOf(id).emit('will-navigate', details, url)
    return !prevented.is
  },
  opensOutside: (id: number, url: string) => contentsOf(id).openOutside(url) !== 'deny',
})
