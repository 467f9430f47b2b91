import { createContext, useContext, useEffect, useRef } from 'react'
import { hasModifier, isCovered, isTyping } from './typing'

/**
 * What keys do: 'z', '?', '[', and in two steps 'g t' (G, then T). Letters are written small and hold with
 * Shift and without it.
 */
export type Keys = Readonly<Record<string, () => void>>

/** Finds what keys do where they were pressed; a row comes before the page. */
export type KeyFinder = {
  readonly level: 'row' | 'page'
  readonly find: (keys: string, event: KeyboardEvent) => (() => void) | undefined
}

/** Takes part in the page's single-letter keys; answers how to leave again. */
export type KeyRegister = (finder: KeyFinder) => () => void

export const KeysContext = createContext<KeyRegister>(() => () => undefined)

/**
 * Single-letter keys anywhere on the page while this component is shown. They are off while something is
 * typed, while Ctrl, Alt or Meta is held, under an open dialog or menu, and where the setting is off.
 */
export function useKeys(keys: Keys, isOn = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useKeyFinder(
    'page',
    (pressed) => (Object.hasOwn(latest.current, pressed) ? latest.current[pressed] : undefined),
    isOn,
  )
}

/** The same with a function that finds what keys do at the moment they are pressed. */
export function useKeyFinder(level: KeyFinder['level'], find: KeyFinder['find'], isOn = true): void {
  const register = useContext(KeysContext)
  const latest = useRef(find)
  useEffect(() => {
    latest.current = find
  })
  useEffect(() => {
    if (!isOn) return undefined
    return register({ level, find: (keys, event) => latest.current(keys, event) })
  }, [register, level, isOn])
}

/** A second key later than this, in ms, no longer belongs to the first. */
const sequenceWithin = 1200

/** Listens for the page: sequences first, then rows, then the page, the youngest first among equals. */
export function useKeyRegister(isOn: boolean): KeyRegister {
  const finders = useRef<readonly KeyFinder[]>([])
  const register = useRef<KeyRegister>((finder) => {
    finders.current = [finder, ...finders.current]
    return () => {
      finders.current = finders.current.filter((other) => other !== finder)
    }
  })
  useEffect(() => {
    if (!isOn) return undefined
    let first = { key: '', at: Number.NEGATIVE_INFINITY }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Shift' || isNotForUs(event)) return
      const key = event.key.toLowerCase()
      const sequence = event.timeStamp - first.at <= sequenceWithin ? `${first.key} ${key}` : undefined
      const act =
        (sequence && findAct(finders.current, sequence, event)) ?? findAct(finders.current, key, event)
      first = act ? { key: '', at: Number.NEGATIVE_INFINITY } : { key, at: event.timeStamp }
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOn])
  return register.current
}

const isNotForUs = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.repeat ||
  event.isComposing ||
  hasModifier(event) ||
  isTyping(event.target) ||
  isCovered()

function findAct(
  finders: readonly KeyFinder[],
  keys: string,
  event: KeyboardEvent,
): (() => void) | undefined {
  const inOrder = [...finders].sort((a, b) => Number(b.level === 'row') - Number(a.level === 'row'))
  for (const finder of inOrder) {
    const act = finder.find(keys, event)
    if (act) return act
  }
  return undefined
}
