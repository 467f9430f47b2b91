import { app } from './app'
import { seenMenus } from './menu'
import { seenNotes } from './notes'
import { seenSystem } from './system'
import { answersTest } from './test-end'
import { BrowserWindow } from './window'

const seenWindows = () =>
  BrowserWindow.getAllWindows().map((window) => ({
    id: window.id,
    title: window.getTitle(),
    bounds: window.getBounds(),
    isVisible: window.isVisible(),
    isFocused: window.isFocused(),
    isMinimized: window.isMinimized(),
  }))

/** Everything there is to see of a Kept beside its pages. */
export type Seen = ReturnType<typeof look>
const look = () => ({
  ...app.seen(),
  ...seenMenus(),
  notes: seenNotes(),
  windows: seenWindows(),
  ...seenSystem(),
})

answersTest({ look })
