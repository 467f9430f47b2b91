/** Something small that is remembered from one start to the next; what cannot be read is as if it had never been. */
export type Memory<T> = {
  readonly read: () => T
  /** Refuses E_DESK_FAILED where it could not be written. */
  readonly keep: (value: T) => void
}
