import { defineConfig } from 'vite'

/** The bridge. A sandboxed preload script must be CommonJS. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'electron/preload.ts',
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.js' } },
  },
  ssr: { noExternal: true, external: ['electron'] },
})
