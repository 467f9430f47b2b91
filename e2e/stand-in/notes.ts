import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import { answersTest, surroundings } from './test-end'

const shown: Notification[] = []

/** A note of the system: shown until it is closed, and answered by the test in the user's place. */
export class Notification extends EventEmitter {
  readonly options: NotificationConstructorOptions
  isShown = false

  constructor(options: NotificationConstructorOptions = {}) {
    super()
    this.options = options
  }
  static isSupported = () => surroundings.hasNotes !== false

  get title() {
    return this.options.title ?? ''
  }
  get body() {
    return this.options.body ?? ''
  }
  show = () => {
    if (!Notification.isSupported()) return void this.emit('failed', {}, 'No notification service')
    if (!this.isShown) shown.push(this)
    this.isShown = true
    this.emit('show', {})
  }
  close = () => {
    if (!this.isShown) return
    this.isShown = false
    this.emit('close', {})
  }
}

/** Every note there ever was, in order, with what stands on its buttons. */
export const seenNotes = () =>
  shown.map(({ options, isShown }, at) => ({
    at,
    isShown,
    title: options.title ?? '',
    body: options.body ?? '',
    acts: (options.actions ?? []).map(({ text = '' }) => text),
  }))

/** A note that was answered leaves the screen by itself. */
const answered = (at: number, event: string, ...more: readonly unknown[]) => {
  shown[at]?.emit(event, ...more)
  shown[at]?.close()
}

answersTest({
  clickNote: (at: number) => answered(at, 'click', {}),
  actOnNote: (at: number, actionIndex: number) =>
    answered(at, 'action', { actionIndex, selectionIndex: -1 }, actionIndex, -1),
  closeNote: (at: number) => shown[at]?.close(),
})
