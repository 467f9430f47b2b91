/**
 * What is chosen in a menu begins once the menu has given the focus back to its button, in the frame after it closed,
 * and may then take it. On a busy computer the menu may be later than that: the button is given the focus first.
 */
export function afterClosing(act: () => void): void {
  const button = document.querySelector<HTMLElement>('button[aria-haspopup][aria-expanded="true"]')
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (isInNoPlace(document.activeElement)) button?.focus()
      act()
    }),
  )
}

const isInNoPlace = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.closest('[role="menu"]') !== null
