const prefix = 'kept.typed.'

/** What is typed into a form, and the revision of the record it was typed over. */
export type Copy<T extends object> = { readonly typed: T; readonly revision: number }

/** What was typed into the form of this name in this tab and neither saved nor discarded; undefined if nothing was. */
export function recallTyped<T extends object>(name: string | undefined, first: Copy<T>): Copy<T> | undefined {
  const text = name === undefined ? null : window.sessionStorage.getItem(prefix + name)
  const kept = text === null ? undefined : (JSON.parse(text) as Copy<T>)
  return kept && { revision: kept.revision, typed: { ...first.typed, ...kept.typed } }
}

/** Keeps what is typed until it is forgotten or the tab is closed. */
export function keepTyped(name: string | undefined, copy: Copy<object>): void {
  if (name !== undefined) window.sessionStorage.setItem(prefix + name, JSON.stringify(copy))
}

/** Forgets what was typed, once it was saved or discarded. */
export function forgetTyped(name: string | undefined): void {
  if (name !== undefined) window.sessionStorage.removeItem(prefix + name)
}
