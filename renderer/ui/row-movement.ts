const rowSelector = '[data-row]'

/** The rows inside an element, in the order they are read. */
export const rowsIn = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(rowSelector),
]

/** The row an element belongs to. */
export const rowOf = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element && target.closest<HTMLElement>(rowSelector)) || undefined

export const rowIdOf = (row: HTMLElement | undefined): string | undefined => row?.dataset['row']

/** Whether keys pressed here are the row's own: not those of a panel under it, nor of something typed in. */
export const isRowItself = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  rowOf(target) !== undefined &&
  !target.closest('[data-peek],input,textarea,select,[role="radiogroup"],[role="menu"]')

/** Whether keys pressed here belong to what is open under a row. */
export const isInsidePeek = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-peek]') !== null

/** Where an arrow, Home or End leads from a row; undefined for other keys and at either end. */
export function moveOf(
  key: string,
  rows: readonly HTMLElement[],
  from: HTMLElement | undefined,
): HTMLElement | undefined {
  const index = from ? rows.indexOf(from) : -1
  if (key === 'ArrowDown') return rows[index + 1]
  if (key === 'ArrowUp') return rows[index - 1]
  if (key === 'Home') return rows[0]
  if (key === 'End') return rows.at(-1)
  return undefined
}

/** The button of a row that prints this key, if it can be pressed now. */
export const buttonFor = (row: HTMLElement, key: string): HTMLButtonElement | undefined =>
  [...row.querySelectorAll<HTMLButtonElement>('button[data-key]')].find(
    (button) => button.dataset['key'] === key && !button.disabled && !button.closest('[data-peek]'),
  )
