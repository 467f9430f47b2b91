// Makes dist/: the host's programs, the preload script, the screens, and the pictures of the tray.
import { cpSync, rmSync } from 'node:fs'
import { build } from 'vite'

const configs = ['build/vite.renderer.ts', 'build/vite.host.ts', 'build/vite.preload.ts']

for (const folder of ['dist/electron', 'dist/renderer']) rmSync(folder, { recursive: true, force: true })
await Promise.all(configs.map((configFile) => build({ configFile, logLevel: 'warn' })))
cpSync('build/icons/tray', 'dist/electron/icons', { recursive: true })
