// Makes dist/: the host's programs, the preload script and the screens.
import { rmSync } from 'node:fs'
import { build } from 'vite'

const configs = ['build/vite.renderer.ts', 'build/vite.host.ts', 'build/vite.preload.ts']

for (const folder of ['dist/electron', 'dist/renderer']) rmSync(folder, { recursive: true, force: true })
await Promise.all(configs.map((configFile) => build({ configFile, logLevel: 'warn' })))
