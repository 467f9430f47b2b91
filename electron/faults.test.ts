import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { Fault } from './api/ports'
import { hearFaults } from './faults'

describe('a fault that nobody caught', () => {
  const heard = () => {
    const program = new EventEmitter()
    const faults: Fault[] = []
    const ends: unknown[] = []
    hearFaults(program, { fault: (fault) => void faults.push(fault) }, (error) => void ends.push(error))
    return { program, faults, ends }
  }

  it('is in the log, and Kept goes on, where a promise failed', () => {
    const { program, faults, ends } = heard()
    const error = new Error('no such dialog')
    program.emit('unhandledRejection', error)

    expect(faults).toEqual([{ request: 'a promise nobody waits for', error }])
    expect(ends).toEqual([])
  })

  it('is in the log, and Kept gives up, where something was left half done', () => {
    const { program, faults, ends } = heard()
    const error = new Error('out of memory')
    program.emit('uncaughtException', error)

    expect(faults).toEqual([{ request: 'an error nobody caught', error }])
    expect(ends).toEqual([error])
  })
})
