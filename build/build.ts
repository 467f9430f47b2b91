// Makes dist/: the host's programs, the preload script, the screens, the pictures of the tray, and the licences of others.
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { licensedIn, noticesOf } from './licences.ts'

const configs = ['build/vite.renderer.ts', 'build/vite.host.ts', 'build/vite.preload.ts']
const license = { fileName: 'licences.json' }

for (const folder of ['dist/electron', 'dist/renderer']) rmSync(folder, { recursive: true, force: true })
await Promise.all(
  configs.map((configFile) =>
    build({
      configFile,
      logLevel: 'warn',
      ...(configFile.includes('preload') ? {} : { build: { license } }),
    }),
  ),
)
cpSync('build/icons/tray', 'dist/electron/icons', { recursive: true })

const lists = ['dist/electron', 'dist/renderer'].map((folder) => join(folder, license.fileName))
writeFileSync('dist/third-party-licences.txt', noticesOf(licensedIn(lists)))
for (const list of lists) rmSync(list)
