import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

const programs = ['start', 'main'].map((name) => `electron/${name}.ts`)
const workers = globSync('electron/workers/*.ts').filter((path) => !/\.test\.ts$|testing\.ts$/.test(path))
const nameOf = (path: string) => path.replaceAll('\\', '/').replace(/^electron\/|\.ts$/g, '')

/** The host's programs, and each worker as a program of its own. Shared parts lie beside them in one folder. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries([...programs, ...workers].map((path) => [nameOf(path), path])),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['better-sqlite3', 'electron'] },
})
