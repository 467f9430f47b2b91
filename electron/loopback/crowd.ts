import type { Socket } from 'node:net'
import type { ServerResponse } from 'node:http'

/** How many connections stay; where there are more, somebody has to go. */
const staying = 100
/** How many there may be for the moment it takes to hear what they want. */
const waiting = 1_000
/** How many there are at the very most, whoever they may be. */
const atMost = 1_500
/** How long a connection is given to say something before the crowd is looked over, in ms. */
const moment = 500
/** Whoever came within this last time, in ms, may have spoken already without having been heard. */
const chance = 250
/** No browser asks for more at once on one connection; a flood would fill the memory with answers still to come. */
const askingAtOnce = 8

/**
 * The connections there are, strangers and those that have asked with a token. Whoever comes is let in; where it gets
 * too full, those go first who have not shown a token and were not heard for longest. So nobody who opens connections
 * and says little, or nothing, can keep the owner out.
 */
export type Crowd = {
  readonly admit: (connection: Socket) => void
  /** Notes a request, and whether it came with a token; false where the connection asks for too much at once. */
  readonly hear: (connection: Socket, response: ServerResponse, isKnown: boolean) => boolean
}

export function createCrowd(): Crowd {
  // Sets remember the order: whoever was heard last stands last.
  const strangers = new Set<Socket>()
  const known = new Set<Socket>()
  const asking = new WeakMap<Socket, number>()
  const cameAt = new WeakMap<Socket, number>()
  const state = { isToBeLookedOver: false }

  const inOrder = () => [...strangers, ...known]
  const hadChance = (connection: Socket) =>
    asking.has(connection) || performance.now() - (cameAt.get(connection) ?? 0) >= chance
  const end = (connections: readonly Socket[]) => connections.forEach((connection) => connection.destroy())
  const lookOver = () => {
    state.isToBeLookedOver = false
    const tooMany = strangers.size + known.size - staying
    end(inOrder().filter(hadChance).slice(0, Math.max(0, tooMany)))
    // Those that are ended leave the sets when they have closed.
    setImmediate(lookOverSoon)
  }
  const lookOverSoon = () => {
    if (strangers.size + known.size <= staying || state.isToBeLookedOver) return
    state.isToBeLookedOver = true
    setTimeout(lookOver, moment).unref()
  }
  const moveToEnd = (connection: Socket, isKnown: boolean) => {
    const isStillKnown = isKnown || known.has(connection)
    strangers.delete(connection)
    known.delete(connection)
    ;(isStillKnown ? known : strangers).add(connection)
  }
  const count = (connection: Socket, more: number) => {
    const asked = (asking.get(connection) ?? 0) + more
    asking.set(connection, asked)
    return asked
  }

  return {
    admit(connection) {
      strangers.add(connection)
      cameAt.set(connection, performance.now())
      connection.once('close', () => {
        strangers.delete(connection)
        known.delete(connection)
      })
      const all = strangers.size + known.size
      if (all > waiting)
        end(
          inOrder()
            .filter(hadChance)
            .slice(0, all - waiting),
        )
      if (all > atMost) end(inOrder().slice(0, all - atMost))
      lookOverSoon()
    },
    hear(connection, response, isKnown) {
      if (connection.destroyed) return false
      moveToEnd(connection, isKnown)
      response.once('close', () => count(connection, -1))
      return count(connection, 1) <= askingAtOnce
    },
  }
}
