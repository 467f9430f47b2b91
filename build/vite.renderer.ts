import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The screens: one sheet, hashed assets, nothing inlined, since the page's policy allows files only. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
})
