import { writeSync } from 'node:fs'
import { getuid, kill, pid, setgid, setuid } from 'node:process'
import { finished } from 'node:stream/promises'
import { Refusal } from '../shared/lib/refusal'
import { makeBackup, type BackupStep } from './backup'
import { connect } from './connection'
import { migrate } from './migrate'
import { openStore } from './open'
import { setPragmas } from './pragmas'
import { insertRow } from './record'
import { manySteps } from './many-steps.torture'

/*
 * What the tests of the store run in a process of its own, to kill it in the middle: one task and its arguments.
 * It says on its output how far it is, a line at a time, each before it goes on.
 */
const now = Date.UTC(2026, 10, 24, 10, 40)
const open = (folder: string) => openStore({ folder, now, version: '0.1.0' })
const tell = (line: string) => void writeSync(1, `${line}\n`)

function becomeNobody(): void {
  setgid?.(65_534)
  setuid?.(65_534)
}

const tasks: Readonly<Record<string, (...given: string[]) => Promise<void>>> = {
  /** Opens the store and keeps it open until the input ends. */
  async hold(folder = '') {
    const store = await open(folder)
    tell('open')
    await finished(process.stdin.resume(), { writable: false })
    await store.close()
  },

  /** Opens the store as a user who may do no more than the folder's mode says, unlike root. */
  async openAsNobody(folder = '') {
    if (getuid?.() === 0) becomeNobody()
    await (await open(folder)).close()
    tell('open')
  },

  /** Backs the store up again and again, and dies after a step where one is named. */
  async backUp(folder = '', diesAfter = '') {
    const onStep = (step: BackupStep) => {
      if (step === diesAfter) kill(pid, 'SIGKILL')
    }
    tell('ready')
    for (let round = 0; round < 100; round++)
      await makeBackup({ folder, now: now + round, why: 'by-hand', onStep })
  },

  /** Brings a store through many steps. */
  async migrate(file = '') {
    const connection = connect(file)
    setPragmas(connection)
    tell('ready')
    migrate(connection, manySteps)
    connection.close()
  },

  /** Makes a number of commits, each a transaction of its own. */
  async commit(folder = '', count = '') {
    const store = await open(folder)
    tell('ready')
    for (let round = 0; round < Number(count); round++)
      await store.write((db) =>
        insertRow(db, 'client', { name: `Client ${round}`, stage: 'current', added_at: now }),
      )
    await store.close()
    tell('done')
  },

  /** Adds to a row as a second writer would who does not ask for the lock. */
  async count(file = '', rounds = '') {
    const connection = connect(file)
    setPragmas(connection)
    const add = connection.transaction(() => {
      const version = connection.prepare('select calendar_version from business').pluck().get()
      connection.prepare('update business set calendar_version = ?').run(Number(version) + 1)
    })
    tell('ready')
    for (let round = 0; round < Number(rounds); round++) add.immediate()
    connection.close()
    tell('done')
  },
}

const [name = '', ...given] = process.argv.slice(2)
try {
  await tasks[name]?.(...given)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  tell(`${error.code} ${JSON.stringify(error.values)}`)
}
