// Bundles one program of the checkout, packages and all, and prints where it lies: what tests start and kill.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const [script] = process.argv.slice(2)
if (script === undefined) throw new Error('Name the program to bundle.')
const folder = join(process.cwd(), 'dist', 'programs')
const name = script.replaceAll('\\', '/').replaceAll('/', '-').replace(/\.ts$/, '.js')
const outDir = join(folder, String(process.pid))

await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: script,
    outDir,
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
})
// Several tests may bundle the same program at once: each sees a whole one.
renameSync(join(outDir, name), join(folder, name))
rmSync(outDir, { recursive: true })
process.stdout.write(join(folder, name))
