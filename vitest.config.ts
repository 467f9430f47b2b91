import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// A machine far from any business in the tests: nothing may depend on the machine's own time zone.
const env = { TZ: 'Pacific/Auckland' }

export default defineConfig({
  plugins: [react()],
  test: {
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
