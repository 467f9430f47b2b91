import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Says one line to whoever started the command. */
export const say = (line) => process.stdout.write(`${line}\n`)

/** Ends the command with one sentence. */
export const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Runs a program in the checkout, hands signals on to it, and gives its exit code. */
export const run = (program, args, env = {}, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      ...options,
    })
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const orphaned = watchParent(() => child.kill('SIGTERM'))
    const end = (code) => {
      clearInterval(orphaned)
      signals.forEach((signal) => process.off(signal, pass))
      resolve(code)
    }
    signals.forEach((signal) => process.on(signal, pass))
    child.on('error', (error) => stop(`${program} could not be run: ${error.message}`))
    child.on('exit', (code, signal) => end(code ?? 128 + constants.signals[signal]))
  })

// npm hands a signal to its shell only, and a shell that dies of it leaves this process behind: end with it.
const watchParent = (whenGone) => {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    whenGone()
  }, 250)
  return timer
}
