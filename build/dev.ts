// Kept with live reload: builds again on every change and starts the new build in place of the old one.
import { type ChildProcess, spawn } from 'node:child_process'
import { build } from 'vite'

const args = process.argv.slice(2)
const configs = ['build/vite.renderer.ts', 'build/vite.host.ts', 'build/vite.preload.ts']
const waiting = new Set(configs)
let app: ChildProcess | undefined

const start = () => {
  app = spawn(process.execPath, ['dist/electron/start.js', ...args], { stdio: 'inherit' })
  app.on('exit', (code) => process.exit(code ?? 0))
}

// The old one lets go of the store before the new one opens it.
const restart = () => {
  if (app === undefined) return start()
  app.removeAllListeners('exit')
  app.on('exit', start)
  app.kill('SIGTERM')
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (app === undefined) process.exit(0)
    app.removeAllListeners('exit')
    app.on('exit', (code) => process.exit(code ?? 0))
    app.kill(signal)
  })
}

const built = (configFile: string) => {
  waiting.delete(configFile)
  if (waiting.size === 0) restart()
}

for (const configFile of configs) {
  const watcher = await build({ configFile, logLevel: 'warn', build: { watch: {} } })
  if (!('on' in watcher)) throw new Error(`${configFile} cannot be watched.`)
  watcher.on('event', (event) => {
    if (event.code === 'END') built(configFile)
    if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`)
  })
}
