import type { Page } from '@playwright/test'
import type { Script } from '../script'

/** A note as somebody sees it outside the window, oldest first; `acts` stand on its buttons. */
export type NoteSeen = { readonly title: string; readonly body: string; readonly acts: readonly string[] }

/** Kept at work in one of its shells, and what a journey does to it beside its pages. */
export type Running = {
  readonly folder: string
  /** The address its pages stand at. */
  readonly origin: string
  /** The page of its window. */
  readonly open: () => Promise<Page>
  /** The page of one more window. */
  readonly openAnother: () => Promise<Page>
  /** A script beside the window. */
  readonly script: () => Promise<Script>
  /** Starts it again while it runs, and gives how the second one ended. */
  readonly startAgain: () => Promise<{ readonly code: number | null; readonly said: string }>
  /** Follows a link to a place, as another program would: `today/wait-1`. */
  readonly follow: (place: string) => Promise<void>
  /** Asks for the quick log from wherever the user is. */
  readonly quickLog: () => Promise<void>
  /** What was copied last. */
  readonly copied: () => Promise<string>
  readonly notes: () => Promise<readonly NoteSeen[]>
  /** Presses a button of the note with this title, or clicks the note. */
  readonly answerNote: (title: string, button: string | null) => Promise<void>
  /** The window among those of other programs; a browser's is the browser's own. */
  readonly frame: Frame | null
  /** Ends it as a user would; the store is closed. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
}

/** The first window as the system has it. */
export type Frame = {
  readonly minimize: () => Promise<void>
  readonly isInFront: () => Promise<boolean>
}

/** The shells journeys run in. */
export type ShellName = 'loopback' | 'stand-in' | 'electron'

/** Whatever a page is opened for, it is told of first: what breaks its policy or throws is noted. */
export type Watch = (page: Page) => Promise<void>
