import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { SaidRefusal, type Done } from './api'
import { useRefusalWords } from './refusal-words'

/** What the foot of the sheet says: something was done (and can be taken back), or was refused. */
export type StatusMessage = {
  readonly id: number
  readonly text: string
  readonly isRefusal: boolean
  readonly code: string | null
  readonly operationId: number | null
}

export type StatusDoor = {
  /** Says what was done; `operationId` is what Undo beside it would take back. */
  readonly tell: (text: string, operationId?: number | null, shownSeconds?: number) => void
  /** Says why something was not done. */
  readonly refuse: (refusal: SaidRefusal) => void
  readonly clear: () => void
  /** Keeps what is said where it is, while it is pointed at or focused. */
  readonly hold: (isHeld: boolean) => void
}

/** How long a confirmation stands, in seconds; a letter's stands as long as the letter is held. */
const usualSeconds = 10
export const heldLetterSeconds = 20
const refusalSeconds = 20
const second = 1_000

const MessageContext = createContext<StatusMessage | null>(null)
const DoorContext = createContext<StatusDoor | null>(null)

/** What is said at the moment, null when the key strip stands there. */
export const useStatusMessage = (): StatusMessage | null => useContext(MessageContext)

/** The way to say something at the foot of the sheet. */
export function useStatus(): StatusDoor {
  const door = useContext(DoorContext)
  if (!door) throw new Error('A screen was shown without its status line.')
  return door
}

/** Keeps the one message of the status line and takes it away when its time is over. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ message: StatusMessage; seconds: number } | null>(null)
  const [isHeld, setIsHeld] = useState(false)
  const sentenceOf = useRefusalWords()
  const show = useCallback(
    (message: Omit<StatusMessage, 'id'>, seconds: number) =>
      setShown((last) => ({ message: { id: (last?.message.id ?? 0) + 1, ...message }, seconds })),
    [],
  )
  useEffect(() => {
    if (!shown || isHeld) return undefined
    const timer = setTimeout(() => setShown(null), shown.seconds * second)
    return () => clearTimeout(timer)
  }, [shown, isHeld])
  const door = useMemo<StatusDoor>(
    () => ({
      tell: (text, operationId = null, seconds = usualSeconds) =>
        show({ text, isRefusal: false, code: null, operationId }, seconds),
      refuse: (refusal) =>
        show(
          { text: sentenceOf(refusal), isRefusal: true, code: refusal.code, operationId: null },
          refusalSeconds,
        ),
      clear: () => {
        setIsHeld(false)
        setShown(null)
      },
      hold: setIsHeld,
    }),
    [show, sentenceOf],
  )
  return (
    <DoorContext value={door}>
      <MessageContext value={shown?.message ?? null}>{children}</MessageContext>
    </DoorContext>
  )
}

/**
 * Waits for a command and says at the foot what came of it, with Undo where there is one. Answers with what
 * was done, or null after a refusal that was said.
 */
export function useAct() {
  const status = useStatus()
  return useCallback(
    async <T,>(
      asked: Promise<Done<T>>,
      sentence: (value: T) => string,
      shownSeconds?: number,
    ): Promise<Done<T> | null> => {
      try {
        const done = await asked
        status.tell(sentence(done.value), done.operationId, shownSeconds)
        return done
      } catch (error) {
        if (!(error instanceof SaidRefusal)) throw error
        status.refuse(error)
        return null
      }
    },
    [status],
  )
}
