/** So many characters and values no request of Kept needs; as many as a body over the loopback host may hold. */
const largest = 1024 * 1024
const deepest = 32

/**
 * Whether what a page sends is small enough to be looked at: at most 1,048,576 characters and values in all, nested
 * at most 32 deep. Something that holds itself is too deep.
 */
export const isSmall = (input: unknown): boolean => roomAfter(input, largest, deepest) >= 0

/** What is left of the room once the value is counted; below zero where it does not fit. */
function roomAfter(value: unknown, room: number, depth: number): number {
  if (room < 0 || depth < 0) return -1
  if (typeof value === 'string') return room - value.length
  if (typeof value === 'bigint' || ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return -1
  if (typeof value !== 'object' || value === null) return room - 1
  if (Array.isArray(value) && value.length > room) return -1
  return membersOf(value).reduce<number>(
    (left, [name, member]) => (left < 0 ? left : roomAfter(member, left - name.length - 1, depth - 1)),
    room - 1,
  )
}

function membersOf(value: object): readonly (readonly [string, unknown])[] {
  if (value instanceof Map || value instanceof Set) return [['', null]]
  const names = Object.keys(value)
  return names.map((name) => [name, Object.getOwnPropertyDescriptor(value, name)?.value as unknown])
}
