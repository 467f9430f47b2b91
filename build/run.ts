// Runs one script of the checkout (a bench, the pictures): bundles our own code, leaves packages outside.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const [script, ...args] = process.argv.slice(2)
if (script === undefined) throw new Error('Name the script to run.')
const target = join('dist', 'scripts', script.replace(/\.ts$/, '.js'))

await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: script,
    outDir: join('dist', 'scripts'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: 'inline',
    rolldownOptions: { output: { entryFileNames: script.replace(/\.ts$/, '.js') } },
  },
})
process.argv = [process.execPath, target, ...args]
await import(pathToFileURL(target).href)
