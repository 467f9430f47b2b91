import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// A machine far from any business in the tests: nothing may depend on the machine's own time zone.
const env = { TZ: 'Pacific/Auckland' }

export default defineConfig({
  plugins: [react()],
  test: {
    // A busy machine is slow, not wrong: nothing here is judged by its seconds.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          env,
          include: ['{shared,db,electron,bench,build}/**/*.test.ts', '*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          env,
          include: ['renderer/**/*.test.{ts,tsx}'],
          css: { include: [/\.module\.css$/], modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
})
